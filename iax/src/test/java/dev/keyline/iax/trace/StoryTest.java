package dev.keyline.iax.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.SeqNo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoryTest {
    private static final Path FOLDER = Path.of("src/test/resources/captures");
    private static final PeerEnd A = PeerEnd.of(192, 0, 2, 1, 4569);
    private static final PeerEnd B = PeerEnd.of(192, 0, 2, 2, 4569);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rsa-call",
                "rsaenc-peer",
                "reg-rsa-mwi-callerid",
                "loss-vnak-retransmit",
                "native-transfer",
                "trunk-timestamps",
                "probe-dtmfvideo",
                "iaxmodem-call-out",
                "dialplan-switch-rsa",
                "callerid-and-variables",
                "probe-ping",
                "probe-authrep-twice"
            })
    void isToldAsWrittenDown(String name) throws IOException {
        assertThat(Captures.story(name).stream().map(Told::line))
                .containsExactlyElementsOf(Files.readAllLines(FOLDER.resolve(name + ".txt")));
    }

    private static List<String> remarks(String name, String word) {
        return Captures.story(name).stream()
                .flatMap(told -> told.remarks().stream())
                .filter(remark -> remark.startsWith(word))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "rsa-call, bkey",
        "rsa-peer-outkey, bkey",
        "rsa-multi-inkeys, bkey",
        "rsa-wrong-key, bkey",
        "rsa-pkcs1-pub, bkey",
        "rsa-unlocked-outkey, locked",
        "rsa-trad-key, trad",
        "rsa-tradlocked-unlocked, tradlocked",
        "keysize-1017, k1017",
        "rsamd5-both, bkey",
        "rsaenc-caller-without-encryption, bkey",
        "reg-rsa-mwi-callerid, b2key",
        "reg-rsa-wrong-key, bkey",
        "probe-dupauthrep, bkey"
    })
    void everyAnswerIsNamedByItsKey(String name, String key) {
        assertThat(remarks(name, "signed")).isNotEmpty().containsOnly("signed by " + key);
    }

    @Test
    void inAllRecordingsOnlyForgeriesHaveNoSigner() {
        var unsigned =
                Captures.names().stream()
                        .filter(name -> remarks(name, "signed by no known key").size() > 0)
                        .toList();
        assertThat(unsigned).containsExactly("probe-authrep-twice", "probe-reg-replay-challenge");
        assertThat(remarks("probe-authrep-first", "signed"))
                .containsExactly("signed, but the challenge was not seen");
    }

    @Test
    void withoutKeysNothingIsSaidAboutSignatures() {
        assertThat(Story.of(Captures.packets("rsa-call"), SignatureCheck.NONE))
                .allMatch(told -> told.remarks().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsaenc-peer", "rsaenc-dial", "md5enc", "rsamd5enc-key-and-secret"})
    void behindTheChallengeEverythingIsEncrypted(String name) {
        var story = Captures.story(name);
        assertThat(story.subList(0, 4)).noneMatch(told -> told.words().startsWith("encrypted"));
        assertThat(story.subList(4, story.size()))
                .allMatch(told -> told.words().startsWith("encrypted"));
    }

    @Test
    void theChallengerStaysClearUntilItHasAnAnswer() {
        assertThat(Captures.story("rsaenc-caller-has-no-secret"))
                .noneMatch(told -> told.words().startsWith("encrypted"))
                .anyMatch(told -> told.words().startsWith("PING"));
        assertThat(Captures.story("rsaenc-server-has-no-secret"))
                .anyMatch(told -> told.words().startsWith("encrypted"))
                .anyMatch(told -> told.line().matches(".*AUTHREQ.*\\[sent again].*"));
    }

    @Test
    void callsThatOnlyOfferEncryptionStayClear() {
        for (var name : List.of("rsa-call", "rsaenc-caller-without-encryption")) {
            assertThat(Captures.story(name))
                    .noneMatch(told -> told.words().startsWith("encrypted"));
        }
    }

    private static FullFrame frame(int source, int destination, boolean retry, IaxCommand command) {
        return new FullFrame(
                new CallNumber(source),
                new CallNumber(destination),
                retry,
                7,
                SeqNo.ZERO,
                new SeqNo(4),
                Body.of(FrameType.IAX, command.number(), Bytes.EMPTY));
    }

    @Test
    void aRepetitionIsToldFromADuplicate() {
        var story = new Story(SignatureCheck.NONE);
        assertThat(story.tell(0, A, B, frame(2, 3, false, IaxCommand.PING)).remarks()).isEmpty();
        assertThat(story.tell(1, A, B, frame(2, 3, true, IaxCommand.PING)).remarks())
                .containsExactly("sent again");
        assertThat(story.tell(2, A, B, frame(2, 3, false, IaxCommand.PING)).remarks())
                .containsExactly("duplicate");
    }

    @Test
    void theSameFromTheOtherSideIsNoDuplicate() {
        var story = new Story(SignatureCheck.NONE);
        story.tell(0, A, B, frame(2, 3, false, IaxCommand.PING));
        assertThat(story.tell(1, B, A, frame(3, 2, false, IaxCommand.PING)).remarks()).isEmpty();
    }

    @Test
    void unnumberedFramesAreNeverDuplicates() {
        var story = new Story(SignatureCheck.NONE);
        story.tell(0, A, B, frame(2, 3, false, IaxCommand.ACK));
        assertThat(story.tell(1, A, B, frame(2, 3, false, IaxCommand.ACK)).remarks()).isEmpty();
    }

    @Test
    void aVnakSaysWhatItWants() {
        var story = new Story(SignatureCheck.NONE);
        assertThat(story.tell(0, A, B, frame(2, 3, false, IaxCommand.VNAK)).text())
                .isEqualTo("VNAK  [wants 4 and what follows again]");
    }

    @Test
    void aNumberUsedAgainIsAnotherCall() {
        var packets = new ArrayList<>(Captures.packets("rsaenc-peer"));
        packets.addAll(Captures.packets("rsaenc-peer"));
        var story = Story.of(packets, Keys.all());
        int half = story.size() / 2;
        assertThat(story.subList(half + 4, story.size()))
                .allMatch(told -> told.words().startsWith("encrypted"));
        assertThat(story.get(half + 3).words()).startsWith("AUTHREQ");
    }

    @Test
    void whatIsNotIaxSaysWhy() {
        var told = new Story(SignatureCheck.NONE).tell(new Packet(0, A, B, Bytes.of(1, 2)));
        assertThat(told.frame()).isEqualTo(Optional.empty());
        assertThat(told.line())
                .isEqualTo(
                        "   0.000  192.0.2.1:4569 > 192.0.2.2:4569  -            "
                                + "not IAX2: a frame has at least 4 octets, this datagram 2 (at octet 2)");
    }

    @Test
    void aMalformedFrameIsRemarked() {
        var body = Body.of(FrameType.IAX, IaxCommand.PING.number(), Bytes.of(1));
        var broken =
                new FullFrame(
                        new CallNumber(2), CallNumber.NONE, false, 0, SeqNo.ZERO, SeqNo.ZERO, body);
        assertThat(new Story(SignatureCheck.NONE).tell(0, A, B, broken).text())
                .isEqualTo(
                        "PING malformed: element 1 ends before its length (at octet 0)"
                                + "  [a receiver drops it]");
    }
}
