package dev.keyline.audio;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The program sox, another reader and writer of the same sounds.
public final class Sox {
    /// How sox is told of what we call slin in a file.
    public static final List<String> SLN =
            List.of("-t", "raw", "-e", "signed", "-b", "16", "-L", "-r", "8000", "-c", "1");

    private Sox() {}

    /// Skips the test, with this as the reason, where there is no sox.
    public static void needed() {
        assumeTrue(isInstalled(), "sox is not installed");
    }

    private static boolean isInstalled() {
        try {
            return new ProcessBuilder("sox", "--version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /// Turns octets of one format into octets of another.
    ///
    /// @param from options for what comes in
    /// @param to options for what goes out
    public static byte[] convert(byte[] octets, List<String> from, List<String> to)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("keyline-sox");
        Path in = Files.write(folder.resolve("in"), octets);
        Path out = folder.resolve("out");
        var command = new ArrayList<>(List.of("sox", "-V1", "-D"));
        command.addAll(from);
        command.add(in.toString());
        command.addAll(to);
        command.add(out.toString());
        Process sox = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(sox.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (sox.waitFor() != 0) {
            throw new AssertionError(command + ": " + said);
        }
        byte[] result = Files.readAllBytes(out);
        Files.delete(in);
        Files.delete(out);
        Files.delete(folder);
        return result;
    }
}
