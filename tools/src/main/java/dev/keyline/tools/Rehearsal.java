package dev.keyline.tools;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import picocli.CommandLine;

/// Runs the commands whose start must be quick once, while the JVM records which classes they need:
/// the recording is the start-up archive that `./keyline` uses for all that do not stay.
final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        try (var stage = Stage.set()) {
            var folder = stage.folder().toString();
            play("--version");
            play("--help");
            play("astgenkey", "-q", "-n", "-d", folder, "rehearsal");
            play("keys", "show", "--keys", folder);
        }
    }

    private static void play(String... line) {
        CommandLine program = Keyline.commandLine(line);
        program.setOut(new PrintWriter(Writer.nullWriter())).execute(line);
    }
}
