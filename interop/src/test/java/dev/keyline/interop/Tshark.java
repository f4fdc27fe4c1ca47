package dev.keyline.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// tshark as an independent reader of IAX2: it shares no code with us or with Asterisk.
final class Tshark {
    private static final long PATIENCE_SECONDS = 120;

    private Tshark() {}

    static boolean isInstalled() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "tshark"))
                .anyMatch(Files::isExecutable);
    }

    /// One row per packet, with the fields asked for; an absent field is an empty text. IAX2 is
    /// looked for on the ports of the recordings, because tshark knows port 4569 only.
    static List<String[]> fields(Path capture, List<String> fields) {
        var command =
                new ArrayList<>(
                        List.of(
                                "tshark",
                                "-n",
                                "-r",
                                capture.toString(),
                                "-d",
                                "udp.port==4570-4639,iax2",
                                "-T",
                                "fields",
                                "-E",
                                "occurrence=f"));
        fields.forEach(field -> command.addAll(List.of("-e", field)));
        return run(command).lines().map(line -> line.split("\t", -1)).toList();
    }

    private static String run(List<String> command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new AssertionError("tshark failed: " + String.join(" ", command));
            }
            return output;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while tshark ran", stopped);
        }
    }
}
