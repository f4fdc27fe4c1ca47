package dev.keyline.pbx.store;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.conf.Range;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Registrations in a file: a line for each peer, its address, its end and its name.
///
/// A new file is written, brought to the disk, and put in place of the old one in one move; whoever
/// pulls the plug finds the old one or the new one. A line that cannot be read is left out: the
/// peer will register again.
public final class FileRegister implements Register {
    private static final String FRESH = ".new";

    private final Path file;

    /// @param file need not exist yet, but its directory must
    public FileRegister(Path file) {
        this.file = file;
    }

    @Override
    public List<Entry> load() {
        try {
            return Files.isRegularFile(file)
                    ? Files.readAllLines(file).stream()
                            .flatMap(line -> read(line).stream())
                            .toList()
                    : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static Optional<Entry> read(String line) {
        var parts = line.split(" ", 4);
        if (parts.length < 4 || !parts[1].matches("\\d{1,5}")) {
            return Optional.empty();
        }
        try {
            int port = Integer.parseInt(parts[1]);
            var until = Instant.parse(parts[2]);
            return Range.address(parts[0])
                    .map(ip -> new Entry(parts[3], new PeerAddress(Bytes.copyOf(ip), port), until));
        } catch (DateTimeException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    @Override
    public String save(List<Entry> entries) {
        var text = new StringBuilder();
        for (var entry : entries) {
            text.append(entry.address().host())
                    .append(' ')
                    .append(entry.address().port())
                    .append(' ')
                    .append(entry.until())
                    .append(' ')
                    .append(entry.peer())
                    .append('\n');
        }
        try {
            replace(text.toString().getBytes(StandardCharsets.UTF_8));
            return "";
        } catch (IOException e) {
            return "registrations cannot be kept in " + file + ": " + e.getMessage();
        }
    }

    private void replace(byte[] octets) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + FRESH);
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, ownerOnly());
        try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            var left = ByteBuffer.wrap(octets);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private FileAttribute<?>[] ownerOnly() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
