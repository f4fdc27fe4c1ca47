package dev.keyline.tools.doctor;

import dev.keyline.iax.wire.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the machine knows about files and itself. What it does not want to tell is left out.
final class Machine {
    /// Folders below the one of `iax.conf` that includes may lie in.
    private static final int DEPTH = 3;

    private Machine() {}

    /// The IP addresses of all interfaces; empty when they cannot be asked for.
    static Optional<Set<Bytes>> addresses() {
        try {
            var all = new HashSet<Bytes>();
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .forEach(address -> all.add(Bytes.copyOf(address.getAddress())));
            return Optional.of(all);
        } catch (SocketException e) {
            return Optional.empty();
        }
    }

    /// The configuration files that everybody may read, by their names from this folder.
    static Set<String> openFiles(Path folder) {
        try (var files = Files.walk(folder, DEPTH)) {
            var open = new HashSet<String>();
            files.filter(Files::isRegularFile)
                    .filter(Machine::isOpen)
                    .forEach(file -> open.add(folder.relativize(file).toString()));
            return open;
        } catch (IOException | UncheckedIOException unreadable) {
            return Set.of();
        }
    }

    private static boolean isOpen(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException none) {
            return false;
        }
    }

    /// When each file of a folder was last written.
    static Map<String, Instant> written(Path folder) {
        try (var files = Files.list(folder)) {
            var written = new HashMap<String, Instant>();
            for (var file : files.toList()) {
                written.put(
                        String.valueOf(file.getFileName()),
                        Files.getLastModifiedTime(file).toInstant());
            }
            return written;
        } catch (IOException unreadable) {
            return Map.of();
        }
    }
}
