package dev.keyline.tools;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/// Runs the commands whose start must be quick once, while the JVM records which classes they need:
/// the recording is the start-up archive that `./keyline` uses.
final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory("keyline-rehearsal");
        try {
            play("--version");
            play("--help");
            play("astgenkey", "-q", "-n", "-d", folder.toString(), "rehearsal");
            play("keys", "show", "--keys", folder.toString());
        } finally {
            empty(folder);
            Files.delete(folder);
        }
    }

    private static void empty(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    private static void play(String... line) {
        CommandLine program = Keyline.commandLine();
        program.setOut(new PrintWriter(Writer.nullWriter())).execute(line);
    }
}
