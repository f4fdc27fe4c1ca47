package dev.keyline.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.tools.Outcome;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The whole demonstration over loopback, in real time.
final class DemoTest {
    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void everythingHoldsAndIsTold() {
        var shown = Outcome.of("demo", "--remove");
        assertThat(shown.out()).doesNotContain("did not hold").contains("All of it held.");
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.err()).isEmpty();
        assertThat(shown.out())
                .containsSubsequence(
                        "1. Alice dials 600 at east",
                        "NEW to 600@from-east, as east, token shown",
                        "AUTHREQ east by rsa",
                        "[signed by east]",
                        "ACCEPT ulaw",
                        "ANSWER",
                        "voice frames",
                        "HANGUP",
                        "east let alice in by rsa: key alice, SHA256:",
                        "west let east in by rsa: key east, SHA256:",
                        "four rising notes",
                        "% of it came back",
                        "2. Alice dials 601",
                        "[signed by stranger]",
                        "REJECT",
                        "west turned east away: no key in inkeys= made this signature",
                        "failed to authenticate as east",
                        "Their files are removed.",
                        "Next:",
                        "keyline run");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void itFitsAScreenAndHasNoColoursWithoutTerminal() {
        assertThat(Outcome.of("demo", "--remove").lines())
                .allSatisfy(
                        line ->
                                assertThat(line)
                                        .hasSizeLessThanOrEqualTo(100)
                                        .doesNotContain("\u001B"));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void theFilesAreLeftAndAreTheOnesThatWereServed() throws IOException {
        var shown = Outcome.of("demo");
        var line = shown.lines().stream().filter(it -> it.startsWith("The files of")).findFirst();
        var folder = Path.of(line.orElseThrow().replaceAll(".* in ", ""));
        try {
            assertThat(folder.resolve("east/extensions.conf"))
                    .content()
                    .contains("Dial(IAX2/east:[east]@127.0.0.1:");
            assertThat(folder.resolve("west/iax.conf")).content().contains("inkeys = east");
            assertThat(folder.resolve("west/keys")).isDirectoryNotContaining("glob:**.key");
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
            }
        }
    }

    @Test
    void portThatIsTakenIsOneClearLine() throws IOException {
        try (var taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var shown = Outcome.of("demo", "--remove", "--port", taken.getLocalPort());
            assertThat(shown.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(shown.err()).containsOnlyOnce("\n");
        }
    }
}
