package dev.keyline.tools.command;

import dev.keyline.keys.ring.KeyRing;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The option that says which key directory is meant.
final class KeyFolder {
    @Option(
            names = "--keys",
            required = true,
            paramLabel = "DIR",
            description = "The key directory.")
    private Path directory = Path.of("");

    Path directory() {
        return directory;
    }

    KeyRing ring() {
        return KeyRing.load(directory);
    }
}
