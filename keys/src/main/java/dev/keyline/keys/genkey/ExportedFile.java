package dev.keyline.keys.genkey;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.keyline.keys.ring.FileReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A key that leaves its directory.
///
/// @param isPrivate the file is open to its owner only, from its first moment
/// @param overwrite replaces a file that is there
public record ExportedFile(Path path, boolean isPrivate, boolean overwrite) {
    /// Writes it whole or not at all.
    ///
    /// @return why it was not written, if so
    public Optional<Obstacle> write(byte[] text) {
        if (Files.isDirectory(path, NOFOLLOW_LINKS)) {
            return Optional.of(new Obstacle.NotAFile(path));
        }
        if (!overwrite && Files.exists(path, NOFOLLOW_LINKS)) {
            return Optional.of(new Obstacle.Exists(path));
        }
        var mode = isPrivate ? NewFile.OWNER_ONLY : NewFile.READABLE;
        try (var file = NewFile.write(path, text, mode)) {
            file.publish(overwrite);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Obstacle.WriteFailed(path, FileReason.of(e), false));
        }
    }
}
