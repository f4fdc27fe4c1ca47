package dev.keyline.tools.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Which `asterisk.conf` is meant when none is named: one's own, else the system's.
final class MainFile {
    static final Path HOME = Path.of(System.getProperty("user.home"), ".keyline");

    private static final Path SYSTEM = Path.of("/etc/asterisk/asterisk.conf");

    private MainFile() {}

    /// The file.
    ///
    /// @param named by `-C`
    /// @return empty when there is none yet
    static Optional<Path> of(Optional<Path> named, Path home) {
        if (named.isPresent()) {
            return named;
        }
        var own = home.toAbsolutePath().resolve("asterisk.conf");
        if (Files.exists(own)) {
            return Optional.of(own);
        }
        return Files.isReadable(SYSTEM) ? Optional.of(SYSTEM) : Optional.empty();
    }
}
