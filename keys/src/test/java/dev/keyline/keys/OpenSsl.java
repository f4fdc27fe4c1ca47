package dev.keyline.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The openssl program, the independent reader and writer of the tests.
public final class OpenSsl {
    private OpenSsl() {}

    public record Outcome(int code, String output) {}

    /// Skips the calling test, with this reason, where there is no openssl.
    public static void required() {
        assumeTrue(present(), "openssl is not on the PATH: nothing to compare with");
    }

    private static boolean present() {
        try {
            return run(Path.of("."), "version").code() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Runs openssl in a directory; both its outputs come back as one text.
    public static Outcome run(Path directory, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        var process =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    /// The same, for what has to succeed.
    public static String ok(Path directory, String... arguments)
            throws IOException, InterruptedException {
        var outcome = run(directory, arguments);
        assertThat(outcome.code())
                .as("openssl %s: %s", List.of(arguments), outcome.output())
                .isZero();
        return outcome.output();
    }
}
