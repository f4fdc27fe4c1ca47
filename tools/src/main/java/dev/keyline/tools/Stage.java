package dev.keyline.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A folder for the time of a rehearsal.
record Stage(Path folder) implements AutoCloseable {
    static Stage set() throws IOException {
        return new Stage(Files.createTempDirectory("keyline-rehearsal"));
    }

    /// Nothing stays, whatever was played.
    @Override
    public void close() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
