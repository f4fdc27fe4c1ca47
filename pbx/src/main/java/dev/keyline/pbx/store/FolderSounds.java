package dev.keyline.pbx.store;

import dev.keyline.audio.codec.Codec;
import dev.keyline.audio.file.NotSound;
import dev.keyline.audio.file.Sound;
import dev.keyline.audio.file.SoundChoice;
import dev.keyline.audio.file.SoundFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Sounds in a folder, laid out as Asterisk's. What was read is kept until the file changes.
public final class FolderSounds implements Sounds {
    /// When this many files are kept, all are forgotten and read again as needed.
    private static final int MOST_KEPT = 500;

    private final Path folder;
    private final Map<Path, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(FileTime changed, SoundFile sound) {}

    public FolderSounds(Path folder) {
        this.folder = folder;
    }

    @Override
    public SoundFile find(String name, String language, Codec codec) {
        return switch (SoundChoice.of(name, language, codec, this::exists)) {
            case SoundChoice.Chosen(var path, _) -> read(folder.resolve(path));
            case SoundChoice.Missing(_, var folders) ->
                    new NotSound(name, "there is no such sound in " + folder + " " + folders);
            case SoundChoice.Refused(_, var reason) -> new NotSound(name, reason);
        };
    }

    private boolean exists(String path) {
        return Files.isRegularFile(folder.resolve(path));
    }

    private SoundFile read(Path file) {
        try {
            var changed = Files.getLastModifiedTime(file);
            return kept(file, changed).orElseGet(() -> keep(file, changed, SoundFile.read(file)));
        } catch (IOException e) {
            return new NotSound(file.toString(), "it cannot be read: " + e);
        }
    }

    private Optional<SoundFile> kept(Path file, FileTime changed) {
        return Optional.ofNullable(kept.get(file))
                .filter(before -> before.changed().equals(changed))
                .map(Kept::sound);
    }

    private SoundFile keep(Path file, FileTime changed, SoundFile sound) {
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        if (sound instanceof Sound) {
            kept.put(file, new Kept(changed, sound));
        }
        return sound;
    }
}
