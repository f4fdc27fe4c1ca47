package dev.keyline.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The filter for Asterisk that fail2ban brings, on lines as `keyline run` logs them. That these
/// are the lines is shown by the tests of the exchange; that the filter knows them, here.
class Fail2banTest {
    private static final Path FILTER = Path.of("/etc/fail2ban/filter.d/asterisk.conf");

    private static final List<String> BAD =
            List.of(
                    "[2026-11-23 23:01:02.345] WARNING[4711]: keyline: Host 192.0.2.1 failed to"
                            + " authenticate as east",
                    "[2026-11-23 23:01:03.345] NOTICE[4711]: keyline: Host 192.0.2.2 failed MD5"
                            + " authentication for 'desk'",
                    "[2026-11-23 23:01:04.345] NOTICE[4711]: keyline: No registration for peer 'ghost'"
                            + " (from 192.0.2.3)",
                    "[2026-11-23 23:01:05.345] NOTICE[4711]: keyline: SecurityEvent="
                            + "\"ChallengeResponseFailed\",EventTV=\"2026-11-23T23:01:05.345+0000\","
                            + "Severity=\"Error\",Service=\"IAX2\",EventVersion=\"1\",AccountID=\"east\","
                            + "SessionID=\"call\",RemoteAddress=\"IPV4/UDP/192.0.2.4/4569\","
                            + "UsingPassword=\"rsa\"");

    private static final List<String> HARMLESS =
            List.of(
                    "[2026-11-23 23:01:06.345] NOTICE[4711]: keyline: Why 192.0.2.9:4569 was turned"
                            + " away: asked for a proof, the other side fell silent",
                    "[2026-11-23 23:01:07.345] NOTICE[4711]: keyline: SecurityEvent=\"SuccessfulAuth\","
                            + "EventTV=\"2026-11-23T23:01:07.345+0000\",Severity=\"Informational\","
                            + "Service=\"IAX2\",EventVersion=\"1\",AccountID=\"east\",SessionID=\"call\","
                            + "RemoteAddress=\"IPV4/UDP/192.0.2.9/4569\",UsingPassword=\"rsa\"");

    @TempDir private Path folder = Path.of("");

    private String matched(List<String> lines) throws Exception {
        assumeTrue(isInstalled(), "fail2ban is not installed, so its filter is not tried");
        var log = Files.write(folder.resolve("log"), lines);
        var process =
                new ProcessBuilder(
                                "fail2ban-regex", "-o", "<ip>", log.toString(), FILTER.toString())
                        .redirectErrorStream(true)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static boolean isInstalled() {
        return Files.isReadable(FILTER)
                && Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(f -> Files.isExecutable(Path.of(f, "fail2ban-regex")));
    }

    @Test
    void failedLoginsAreFound() throws Exception {
        assertThat(matched(BAD).lines())
                .containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4");
    }

    @Test
    void goodAndSilentOnesAreNot() throws Exception {
        assertThat(matched(HARMLESS)).isBlank();
    }
}
