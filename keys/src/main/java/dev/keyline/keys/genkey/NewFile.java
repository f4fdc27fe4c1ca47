package dev.keyline.keys.genkey;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// A file that is written beside its place and then moved there, so that nobody ever sees half of
/// it. Its temporary name ends in `.tmp`, so a key directory that is read meanwhile takes no
/// notice.
final class NewFile implements AutoCloseable {
    static final String OWNER_ONLY = "rw-------";
    static final String READABLE = "rw-r--r--";

    private final Path target;
    private final Path temporary;

    private NewFile(Path target, Path temporary) {
        this.target = target;
        this.temporary = temporary;
    }

    /// @param mode in the manner of `ls`; the file has it, or less, from its first moment
    static NewFile write(Path target, byte[] text, String mode) throws IOException {
        var directory = target.toAbsolutePath().getParent();
        var file =
                new NewFile(
                        target,
                        Files.createTempFile(
                                directory, ".new-key-", ".tmp", attributes(target, mode)));
        try {
            file.fill(text, mode);
            return file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static FileAttribute<?>[] attributes(Path path, String mode) {
        return hasModes(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
                }
                : new FileAttribute<?>[0];
    }

    private void fill(byte[] text, String mode) throws IOException {
        if (hasModes(temporary)) {
            // The umask may have taken away what others need to read a public key.
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString(mode));
        }
        try (var channel = FileChannel.open(temporary, WRITE)) {
            var rest = ByteBuffer.wrap(text);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /// Gives the file its name.
    ///
    /// @param overwrite otherwise a file that has the name already stays, and this fails
    void publish(boolean overwrite) throws IOException {
        if (overwrite) {
            Files.move(temporary, target, ATOMIC_MOVE);
        } else {
            Files.move(temporary, target);
        }
        if (hasModes(target)) {
            forceDirectory();
        }
    }

    /// A name is safe from a power failure only when its directory is on disk too. Windows neither
    /// needs this nor opens directories.
    private void forceDirectory() throws IOException {
        try (var channel = FileChannel.open(target.toAbsolutePath().getParent(), READ)) {
            channel.force(true);
        }
    }

    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// Leaves nothing behind if the file was not published.
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(temporary);
    }
}
