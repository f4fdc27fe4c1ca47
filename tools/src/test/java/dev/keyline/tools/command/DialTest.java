package dev.keyline.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.audio.file.Sound;
import dev.keyline.audio.file.SoundFile;
import dev.keyline.audio.file.SoundFormat;
import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.Level;
import dev.keyline.audio.tone.Tone;
import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import dev.keyline.tools.Outcome;
import dev.keyline.tools.phone.Neighbour;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The command against a neighbour on loopback, in real time.
final class DialTest {
    private final Path folder;
    private final Path keys;
    private final Neighbour neighbour;

    DialTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.keys = Files.createDirectory(folder.resolve("keys"));
        make("alice");
        make("mallory");
        this.neighbour = new Neighbour(keys);
    }

    private void make(String name) {
        KeyPairFiles.generate(NewKeyPair.named(keys, name), new SecureRandom());
    }

    @AfterEach
    void neighbourMovesOut() {
        neighbour.close();
    }

    private Outcome dial(String who, String extension, Object... options) {
        var words = new Object[options.length + 2];
        words[0] = "dial";
        words[1] = "IAX2/" + who + "@" + neighbour.address() + "/" + extension;
        System.arraycopy(options, 0, words, 2, options.length);
        return Outcome.of(words);
    }

    @Test
    void anAddressOfTheRfcIsDialled() {
        var uri = "iax:alice:[alice]@" + neighbour.address() + "/600";
        var call = Outcome.of("dial", uri, "--keys", keys, "--for", "0.1");
        assertThat(call.exitCode()).isZero();
        assertThat(call.err()).startsWith("Calling 600 at " + neighbour.address() + " as alice");
    }

    @Test
    void keyOpensTheLine() {
        var call = dial("alice:[alice]", "600", "--keys", keys, "--for", "0.1");
        assertThat(call.exitCode()).isZero();
        assertThat(call.err())
                .startsWith(
                        "Calling 600 at "
                                + neighbour.address()
                                + " as alice, with key alice (SHA256:")
                .contains(" from " + keys);
        assertThat(call.lines())
                .map(line -> line.substring(10).replaceAll("SHA256:\\S{43}", "PRINT"))
                .startsWith(
                        "challenged: they ask for rsa",
                        "answering with key alice, PRINT",
                        "accepted in ulaw",
                        "ringing",
                        "answered",
                        "we hung up (16, normal)");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void wrongKeyIsNotLetIn() {
        var call = dial("alice:[mallory]", "600", "--keys", keys);
        assertThat(call.exitCode()).isEqualTo(4);
        assertThat(call.lines().getLast()).contains("they refused the call");
    }

    @Test
    void keyThatIsNotThereEndsItBeforeTheCall() {
        var call = dial("alice:[carol]", "600", "--keys", keys);
        assertThat(call.exitCode()).isEqualTo(4);
        assertThat(call.out()).isEmpty();
        assertThat(call.err())
                .isEqualTo(
                        "Key 'carol': no file carol.key in "
                                + keys
                                + ": put it there and reload the keys\n");
    }

    @Test
    void lockedKeyAsksForItsPassphraseAndHasNoTerminal() {
        var locked = NewKeyPair.named(keys, "locked").lockedWith("Throwaway-pass1".toCharArray());
        KeyPairFiles.generate(locked, new SecureRandom());
        var call = dial("alice:[locked]", "600", "--keys", keys);
        assertThat(call.exitCode()).isEqualTo(4);
        assertThat(call.err()).startsWith("Key 'locked' is locked. There is no terminal");
    }

    @Test
    void secretOfFileIsNeverShown() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "builder\n");
        var call = dial("bob", "600", "--secret-file", secret, "--for", "0.1");
        assertThat(call.exitCode()).isZero();
        assertThat(call.out()).contains("answering by md5").doesNotContain("builder");
        assertThat(call.err()).doesNotContain("builder").doesNotContain("Warning");
    }

    @Test
    void spokenSecretIsTakenWithAWarning() {
        var call = dial("bob:builder", "600", "--for", "0.1");
        assertThat(call.exitCode()).isZero();
        assertThat(call.err())
                .contains("Warning: others on this machine")
                .doesNotContain("builder");
    }

    @Test
    void encryptedOrNotAtAll() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "builder\n");
        var call = dial("bob", "600", "--secret-file", secret, "--encrypt", "--for", "0.1");
        assertThat(call.exitCode()).isZero();
        assertThat(call.out()).contains("accepted in ulaw, encrypted");
        var refused = dial("bob", "600", "--encrypt");
        assertThat(refused.out()).contains("needs a secret= beside the key");
        assertThat(refused.exitCode()).isNotZero();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void wrongSecretIsNotLetIn() {
        assertThat(dial("bob:joiner", "600").exitCode()).isEqualTo(4);
    }

    @Test
    void nobodyToProveAnythingIsNotLetIn() {
        var call = dial("alice", "600");
        assertThat(call.exitCode()).isEqualTo(4);
        assertThat(call.out()).contains("they offer rsa, we have neither a key nor a secret");
    }

    @Test
    void whatIsPlayedComesBackIntoTheRecording() throws IOException {
        var tone = Cadence.once(Tone.of(1000, -10), 600).samples();
        var file =
                Files.write(
                        folder.resolve("tone.wav"), SoundFormat.WAV.write(new Sound(8000, tone)));
        var heard = folder.resolve("heard.wav");
        var call = dial("guest", "600", "--play", file, "--record", heard, "--for", "1");
        assertThat(call.exitCode()).isZero();
        assertThat(call.out())
                .containsPattern("heard \\d\\d frames, .* the loudest at -10 dBm0; sent 5\\d");
        var samples = ((Sound) SoundFile.read(heard)).samples();
        assertThat(samples.length).isBetween(7000, 8200);
        assertThat(Level.at(1000, samples, 800, 3200)).isBetween(-10.5, -9.5);
        assertThat(Level.of(samples, 6000, 800)).isLessThan(-50);
    }

    @Test
    void everyCodecCarriesTheTone() throws IOException {
        var tone = Cadence.once(Tone.of(1000, -10), 300).samples();
        var file =
                Files.write(
                        folder.resolve("tone.wav"), SoundFormat.WAV.write(new Sound(8000, tone)));
        for (var codec : new String[] {"alaw", "gsm", "slin"}) {
            var call = dial("guest", "600", "--play", file, "--codecs", codec, "--for", "0.4");
            assertThat(call.out())
                    .contains("accepted in " + codec)
                    .containsPattern("loudest at -(9|10|11) dBm0");
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void digitsArePressedOneByOne() {
        var call = dial("guest", "600", "--dtmf", "1w#", "--for", "1.2");
        assertThat(call.exitCode()).isZero();
        assertThat(call.lines())
                .map(line -> line.substring(10))
                .containsSubsequence("pressing 1", "they press 1", "pressing #", "they press #");
    }

    @Test
    void theyMayHangUp() {
        var call = dial("guest", "5");
        assertThat(call.exitCode()).isZero();
        assertThat(call.out()).contains("they press 5").contains("they hung up (16, normal)");
    }

    @Test
    void busyHasItsCode() {
        var call = dial("guest", "17");
        assertThat(call.exitCode()).isEqualTo(5);
        assertThat(call.out()).contains("busy");
    }

    @Test
    void extensionThatIsNotThereIsRefused() {
        var call = dial("guest", "999");
        assertThat(call.exitCode()).isEqualTo(3);
        assertThat(call.out()).contains("no route destination): No such context/extension");
    }

    @Test
    void patienceEndsWithoutAnswer() {
        var call = dial("guest", "0", "--ring", "0.3");
        assertThat(call.exitCode()).isEqualTo(6);
        assertThat(call.out()).contains("nobody answers");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void silenceOnTheLineIsUnreachable() throws IOException {
        try (var deaf = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var call =
                    Outcome.of(
                            "dial",
                            "guest@127.0.0.1:" + deaf.getLocalPort() + "/1",
                            "--ring",
                            "0.3");
            assertThat(call.exitCode()).isEqualTo(7);
            assertThat(call.out()).contains("nothing is heard from there");
        }
    }

    @Test
    void jsonTellsEachEventInALine() {
        var call = dial("alice:[alice]", "600", "--keys", keys, "--for", "0.1", "--json");
        assertThat(call.lines())
                .allMatch(line -> line.startsWith("{\"seconds\":") && line.endsWith("}"));
        assertThat(call.out())
                .contains("\"event\":\"challenged\"")
                .contains("\"event\":\"answering\"")
                .contains("\"method\":\"rsa\"")
                .contains("\"event\":\"ended\"")
                .contains("\"cause\":16");
    }

    @Test
    void argumentsThatMakeNoSenseAreUsage() {
        assertThat(dial("guest", "600", "--dtmf", "12x").exitCode()).isEqualTo(2);
        assertThat(dial("guest", "600", "--record", "heard.mp3").exitCode()).isEqualTo(2);
        assertThat(dial("guest", "600", "--codecs", "g729").exitCode()).isEqualTo(2);
        assertThat(Outcome.of("dial", "guest@/600").exitCode()).isEqualTo(2);
        assertThat(Outcome.of("dial").exitCode()).isEqualTo(2);
    }

    @Test
    void soundThatIsNotThereIsOneClearLine() {
        var call = dial("guest", "600", "--play", folder.resolve("none.wav"));
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.err()).endsWith(folder.resolve("none.wav") + ": there is no such file\n");
    }
}
