package dev.keyline.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.message.AuthReply;
import dev.keyline.iax.message.AuthResult;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.trace.MalformedCapture;
import dev.keyline.iax.trace.Pcap;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.tools.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Recordings of Asterisk, told by the command.
final class TraceTest {
    private static final Path CAPTURES = Path.of("../iax/src/test/resources/captures");
    private static final Path KEYS = Path.of("../keys/src/test/resources/keys");
    private static final String BKEY = "SHA256:wKm8eNTPn0ehh+m/rZ10osxAWXQarn4Ziich3qZkdlo";

    @TempDir private Path folder = Path.of("");

    private static Path capture(String name) {
        return CAPTURES.resolve(name + ".pcap");
    }

    /// A directory with these keys alone.
    private Path directory(String... files) throws IOException {
        var directory = Files.createDirectory(folder.resolve(String.join("+", files)));
        for (var file : files) {
            var copy = Files.copy(KEYS.resolve(file), directory.resolve(file));
            copy.toFile().setReadable(false, false);
            copy.toFile().setReadable(true, true);
        }
        return directory;
    }

    @Test
    void callIsToldFrameByFrame() {
        var told = Outcome.of("trace", capture("rsa-call"));
        assertThat(told.exitCode()).isZero();
        assertThat(told.err()).isEmpty();
        assertThat(told.lines().subList(0, 13))
                .map(line -> line.replaceAll("^.*\\d+>\\S+ +", "").replaceAll(" .*", ""))
                .containsExactly(
                        "NEW",
                        "CALLTOKEN",
                        "NEW",
                        "AUTHREQ",
                        "AUTHREP",
                        "ACCEPT",
                        "ANSWER",
                        "ACK",
                        "STOP_SOUNDS",
                        "ACK",
                        "ACK",
                        "HANGUP",
                        "ACK");
        assertThat(told.lines().getFirst())
                .isEqualTo(
                        "   0.000  127.0.0.2:4572 > 127.0.0.1:4571  12722>?      NEW to 608@in, as"
                                + " rsab, token wanted, slin of gsm|ulaw|alaw|slin|g722");
    }

    @Test
    void callIsSummedUp() {
        var told = Outcome.of("trace", capture("rsa-call"));
        assertThat(told.out())
                .endsWith(
                        """

                        127.0.0.2:4572 > 127.0.0.1:4571  a call to 608@in as rsab
                            asked     called at 0.001 s  for rsa
                            proof     caller at 0.002 s  rsa, not checked
                            accepted  called at 0.003 s  in ulaw
                            answered  called at 0.003 s
                            hung up   called at 1.104 s  cause 16, normal
                        """);
    }

    @Test
    void publicKeyNamesItsSigner() throws IOException {
        var told = Outcome.of("trace", capture("rsa-call"), "--keys", directory("bkey.pub"));
        assertThat(told.out())
                .contains("AUTHREP RSA signature of 172 characters  [signed by bkey (" + BKEY)
                .contains("rsa, made by bkey (" + BKEY + ")");
    }

    @Test
    void privateKeyNamesItsSignerAsWell() throws IOException {
        var told = Outcome.of("trace", capture("rsa-call"), "--keys", directory("bkey.key"));
        assertThat(told.out()).contains("rsa, made by bkey (" + BKEY + ")");
    }

    @Test
    void oneKeyUnderTwoNamesIsNamedByBoth() throws IOException {
        var keys = directory("bkey.pub");
        Files.copy(keys.resolve("bkey.pub"), keys.resolve("copy.pub"));
        var told = Outcome.of("trace", capture("rsa-call"), "--keys", keys);
        assertThat(told.out()).contains("made by bkey or copy (" + BKEY + ")");
    }

    @Test
    void strangersSignatureIsNobodys() throws IOException {
        var told = Outcome.of("trace", capture("rsa-call"), "--keys", directory("ckey.pub"));
        assertThat(told.exitCode()).isZero();
        assertThat(told.out())
                .contains("[signed by no known key]")
                .contains("rsa, made by none of the keys given")
                .doesNotContain("made by ckey");
    }

    @Test
    void refusalIsSummedUp() {
        assertThat(Outcome.of("trace", capture("rsa-wrong-key")).out())
                .contains("refused   called at 0.003 s  cause 50, facility not subscribed: No")
                .doesNotContain("answered  ");
    }

    @Test
    void registrationIsSummedUp() throws IOException {
        var told =
                Outcome.of(
                        "trace", capture("reg-rsa-mwi-callerid"), "--keys", directory("b2key.pub"));
        assertThat(told.out())
                .contains("a registration of regmwi\n")
                .contains("proof     caller at 0.002 s  rsa, made by b2key (")
                .contains("accepted  called at 0.002 s  for 15 s");
    }

    @Test
    void voiceInTrunksIsCountedForItsCall() {
        assertThat(Outcome.of("trace", capture("trunk-timestamps")).out())
                .containsOnlyOnce("voice     caller: 7 frames")
                .containsOnlyOnce("voice     called: 7 frames")
                .containsPattern("(?s)(voice     caller: \\d+ frames.*){3}");
    }

    @Test
    void anEncryptedCallIsOpenedByTheSecretOfAConfiguration() throws IOException {
        var conf =
                Files.writeString(
                        folder.resolve("iax.conf"),
                        "[rsaenc]\nsecret=other\nsecret=enc-secret-1\n");
        var told = Outcome.of("trace", capture("rsaenc-dial"), "--conf", conf);
        assertThat(told.out())
                .contains("opened    caller at 0.001 s  by a known secret", "[deciphered]")
                .doesNotContain("encrypted,", "enc-secret");
        var wrong = Files.writeString(folder.resolve("wrong.conf"), "[x]\nsecret=wrong\n");
        assertThat(Outcome.of("trace", capture("rsaenc-dial"), "--conf", wrong).out())
                .contains("[no known secret opens it]");
    }

    @Test
    void anMd5AnswerIsHeldAgainstTheSecrets() throws IOException {
        var conf =
                Files.writeString(
                        folder.resolve("iax.conf"),
                        "[general]\nregister => x:nothing@host\n[desk]\nsecret=nothing\n");
        assertThat(Outcome.of("trace", capture("md5-call"), "--conf", conf).out())
                .contains("md5 over none of the secrets given", "by no known secret");
        assertThat(Outcome.of("trace", capture("md5-call")).out())
                .contains("md5 over a shared secret");
    }

    @Test
    void aPageIsWritten() throws IOException {
        var page = folder.resolve("page.html");
        var told = Outcome.of("trace", capture("rsa-call"), "--html", page);
        assertThat(told.out()).isEqualTo("Written to " + page + "; open it in a browser.\n");
        assertThat(page).content().contains("a call to 608@in as rsab");
    }

    @Test
    void aCaptureOrAnExchangeIsNamed() {
        assertThat(Outcome.of("trace").exitCode()).isEqualTo(2);
        assertThat(Outcome.of("trace", capture("rsa-call"), "--listen").exitCode()).isEqualTo(2);
    }

    @Test
    void encryptedCallIsNotGuessedAt() {
        assertThat(Outcome.of("trace", capture("rsaenc-dial")).out())
                .contains("then      caller at 0.001 s  encrypted")
                .contains("end       not in this capture");
    }

    @Test
    void noSecretIsShown() throws IOException, MalformedCapture {
        for (var name : new String[] {"plaintext-call", "md5-call", "rsa-call"}) {
            var shown =
                    Outcome.of("trace", capture(name)).out()
                            + Outcome.of("trace", "--json", capture(name)).out();
            assertThat(answersIn(capture(name))).isNotEmpty().noneMatch(shown::contains);
        }
    }

    private static List<String> answersIn(Path capture) throws IOException, MalformedCapture {
        return Pcap.read(Files.readAllBytes(capture)).stream()
                .map(packet -> answer(packet.payload()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> answer(Bytes datagram) {
        try {
            return Frame.parse(datagram.toArray()) instanceof FullFrame full
                            && Message.read(full.body()) instanceof AuthReply(var result)
                    ? switch (result) {
                        case AuthResult.Rsa(var base64) -> Optional.of(base64);
                        case AuthResult.Md5(var hex) -> Optional.of(hex);
                        case AuthResult.Password(var text) -> Optional.of(text);
                        case AuthResult.None() -> Optional.empty();
                    }
                    : Optional.empty();
        } catch (MalformedFrame voice) {
            return Optional.empty();
        }
    }

    @Test
    void ladderHasBothEndsAsColumns() {
        var drawn = Outcome.of("trace", "--ladder", capture("rsa-call")).lines();
        assertThat(drawn.getFirst()).contains("127.0.0.2:4572").endsWith("127.0.0.1:4571");
        assertThat(drawn.get(5)).startsWith("    0.002").contains("AUTHREP").endsWith("▶│");
    }

    @Test
    void jsonIsOneObjectALine() {
        var lines = Outcome.of("trace", "--json", capture("rsa-call")).lines();
        assertThat(lines).hasSize(14).allMatch(line -> line.matches("\\{\"\\w+\":.*\\}"));
        assertThat(lines.get(3))
                .contains("\"source\":12485,\"destination\":12722")
                .contains("\"words\":\"AUTHREQ rsab by rsa, challenge 139198011\"");
        assertThat(lines.getLast()).contains("\"summary\":\"a call to 608@in as rsab\"");
    }

    @Test
    void everyRecordingIsTold() throws IOException {
        try (var files = Files.list(CAPTURES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".pcap")))
                    .hasSizeGreaterThan(100)
                    .allSatisfy(
                            file -> {
                                var told = Outcome.of("trace", file);
                                assertThat(told.exitCode()).isZero();
                                assertThat(told.lines()).hasSizeGreaterThan(1);
                            });
        }
    }

    @Test
    void missingFileIsOneClearLine() {
        var told = Outcome.of("trace", folder.resolve("none.pcap"));
        assertThat(told.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(told.err()).isEqualTo(folder.resolve("none.pcap") + ": there is no such file\n");
        assertThat(told.out()).isEmpty();
    }

    @Test
    void fileThatIsNoCaptureIsOneClearLine() throws IOException {
        var file = Files.writeString(folder.resolve("notes.txt"), "call me back when you can, B.");
        var told = Outcome.of("trace", file);
        assertThat(told.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(told.err())
                .isEqualTo(file + ": not a capture: it does not begin with pcap's magic number\n");
    }

    @Test
    void captureThatWasCutOffIsOneClearLine() throws IOException {
        var whole = Files.readAllBytes(capture("rsa-call"));
        var file = Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(whole, whole.length - 5));
        var told = Outcome.of("trace", file);
        assertThat(told.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(told.err()).containsOnlyOnce("\n").contains("ends in the middle of packet 13");
    }

    @Test
    void keyDirectoryThatIsNotThereIsOneClearLine() {
        var told = Outcome.of("trace", capture("rsa-call"), "--keys", folder.resolve("nowhere"));
        assertThat(told.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(told.err()).containsOnlyOnce("\n").contains("nowhere cannot be read");
    }

    @Test
    void keyDirectoryWithoutKeysIsOneClearLine() {
        var told = Outcome.of("trace", capture("rsa-call"), "--keys", folder);
        assertThat(told.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(told.err()).isEqualTo(folder + ": there is no .pub or .key file in it\n");
    }

    @Test
    void withoutFileItIsUsage() {
        assertThat(Outcome.of("trace").exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
