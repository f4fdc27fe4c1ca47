package dev.keyline.pbx.store;

import dev.keyline.audio.file.Sound;
import dev.keyline.audio.file.SoundFormat;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Recordings in a folder. Names that lead out of it are refused: they are often built from what a
/// caller dialled.
public final class FolderRecordings implements Recordings {
    private static final int MOST_NUMBERS = 10_000;

    private final Path folder;

    public FolderRecordings(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Kept keep(String name, SoundFormat format, Sound sound) {
        try {
            return name.contains("%d") ? numbered(name, format, sound) : one(name, format, sound);
        } catch (IOException e) {
            return new Failed("'" + name + "' cannot be written below " + folder + ": " + e);
        } catch (InvalidPathException _) {
            return new Failed("'" + name + "' is no name of a file");
        }
    }

    private Kept numbered(String name, SoundFormat format, Sound sound) throws IOException {
        for (int number = 0; number < MOST_NUMBERS; number++) {
            var candidate = Recordings.numbered(name, number);
            if (isOutside(file(candidate, format))) {
                return outside(name);
            }
            if (create(file(candidate, format), format.write(sound))) {
                return new Under(candidate);
            }
        }
        return new Failed("'" + name + "': all numbers up to " + MOST_NUMBERS + " are taken");
    }

    private Kept one(String name, SoundFormat format, Sound sound) throws IOException {
        var file = file(name, format);
        if (isOutside(file)) {
            return outside(name);
        }
        Files.createDirectories(file.resolveSibling(""));
        var draft = file.resolveSibling(file.getFileName() + ".part");
        Files.write(draft, format.write(sound));
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        return new Under(name);
    }

    /// Writes a file that must not exist yet; answers whether it did not.
    private static boolean create(Path file, byte[] octets) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        try {
            Files.write(file, octets, StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        }
    }

    private Path file(String name, SoundFormat format) {
        return folder.resolve(name + "." + format.ending()).normalize();
    }

    private boolean isOutside(Path file) {
        return !file.startsWith(folder) || file.equals(folder);
    }

    private Failed outside(String name) {
        return new Failed("'" + name + "' leads out of " + folder + "; use a name without .. or /");
    }
}
