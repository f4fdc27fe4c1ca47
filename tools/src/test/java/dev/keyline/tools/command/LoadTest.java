package dev.keyline.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import dev.keyline.tools.Outcome;
import dev.keyline.tools.phone.Neighbour;
import dev.keyline.tools.text.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command against a neighbour on loopback, in real time.
final class LoadTest {
    private final Path folder;
    private final Path keys;
    private final Neighbour neighbour;

    LoadTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.keys = Files.createDirectory(folder.resolve("keys"));
        KeyPairFiles.generate(NewKeyPair.named(keys, "alice"), new SecureRandom());
        this.neighbour = new Neighbour(keys);
    }

    @AfterEach
    void neighbourMovesOut() {
        neighbour.close();
    }

    private Outcome load(String who, String extension, Object... options) {
        var words = new Object[options.length + 2];
        words[0] = "load";
        words[1] = who + "@" + neighbour.address() + "/" + extension;
        System.arraycopy(options, 0, words, 2, options.length);
        return Outcome.of(words);
    }

    @Test
    void keysOpenFiveLinesFromTwoAddresses() throws IOException {
        var page = folder.resolve("report.html");
        var load =
                load(
                        "iax:alice:[alice]",
                        "600",
                        "--keys",
                        keys,
                        "--calls",
                        5,
                        "--rate",
                        20,
                        "--hold",
                        "500ms",
                        "--sources",
                        "127.0.0.1-127.0.0.2",
                        "--pid",
                        ProcessHandle.current().pid(),
                        "--html",
                        page);
        assertThat(load.err()).contains("Written to " + page);
        assertThat(load.out())
                .contains("Calls   5 attempted, 5 answered, 5 completed, 0 failed, 0 dropped")
                .contains("voice there and back", "the server: ");
        assertThat(load.exitCode()).isZero();
        assertThat(page).content().contains("<svg", "sources").doesNotContain("@TITLE@");
    }

    /// More than one loop serves.
    @Test
    void seventyAddressesCallOnceEach() {
        var load =
                load(
                        "carol",
                        "600",
                        "--calls",
                        70,
                        "--rate",
                        200,
                        "--hold",
                        "200ms",
                        "--sources",
                        "127.0.1.1-127.0.1.70");
        assertThat(load.out())
                .contains("Calls   70 attempted, 70 answered, 70 completed, 0 failed, 0 dropped");
        assertThat(load.exitCode()).isZero();
    }

    @Test
    void refusalsAreCountedByTheirReason() {
        var load = load("carol", "404", "--calls", 3, "--rate", 50, "--json", "-", "-q");
        assertThat(load.exitCode()).isEqualTo(3);
        assertThat(load.err()).isEmpty();
        assertThat(JsonReader.read(load.out().strip()))
                .extracting("reasons")
                .isEqualTo(
                        Map.of(
                                "they refused the call (3, no route destination): No such"
                                        + " context/extension",
                                3.0));
    }

    @Test
    void scenariosComeFromFiles() throws IOException {
        var file = folder.resolve("load.conf");
        Files.writeString(
                file,
                """
                [general]
                calls = 3
                rate = 50
                hold = 100ms
                [known]
                to = bob:builder@%1$s/600
                [unknown]
                to = bob:wrong@%1$s/600
                """
                        .formatted(neighbour.address()));
        var load = Outcome.of("load", "-f", file, "-q");
        assertThat(load.exitCode()).isEqualTo(3);
        assertThat(load.out())
                .contains("3 attempted, 2 answered, 2 completed, 1 failed")
                .doesNotContain("builder");
    }

    @Test
    void theAnsweringSideAnswersForAWhile() {
        var answering =
                Outcome.of(
                        "load",
                        "--answer",
                        "127.0.0.1:0",
                        "--time",
                        "200ms",
                        "--answer-after",
                        "1s");
        assertThat(answering.exitCode()).isZero();
        assertThat(answering.err()).startsWith("Answering at 127.0.0.1:");
        assertThat(answering.out()).contains("Calls   0 attempted");
    }

    @Test
    void mistakesAreSaidBeforeAnybodyIsCalled() {
        assertThat(load("carol", "600", "--hold", "long"))
                .satisfies(
                        load -> {
                            assertThat(load.exitCode()).isEqualTo(2);
                            assertThat(load.err())
                                    .startsWith("--hold: 'long' is not a duration such as");
                        });
        assertThat(Outcome.of("load").exitCode()).isEqualTo(2);
        assertThat(Outcome.of("load", "--answer", "nonsense:x").exitCode()).isEqualTo(2);
        assertThat(Outcome.of("load", "--answer", "--guard", "alice").exitCode()).isEqualTo(2);
        assertThat(load("alice:[carol]", "600", "--keys", keys).err())
                .startsWith("Key 'carol': no file carol.key");
        assertThat(load("carol", "600", "--sources", "192.0.2.1").err())
                .contains("port 0 of 192.0.2.1 ");
    }
}
