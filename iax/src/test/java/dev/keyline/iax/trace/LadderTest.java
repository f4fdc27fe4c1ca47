package dev.keyline.iax.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.SeqNo;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final PeerEnd A = PeerEnd.of(192, 0, 2, 1, 4569);
    private static final PeerEnd B = PeerEnd.of(192, 0, 2, 2, 4569);
    private static final PeerEnd C = PeerEnd.of(192, 0, 2, 3, 4569);
    private static final long MILLI = 1_000_000;
    private static final Frame VOICE = new MiniFrame(new CallNumber(2), 0, Bytes.of(1));

    private static FullFrame frame(IaxCommand command) {
        var body = Body.of(FrameType.IAX, command.number(), Bytes.EMPTY);
        return new FullFrame(
                new CallNumber(2), new CallNumber(3), false, 0, SeqNo.ZERO, SeqNo.ZERO, body);
    }

    private static Ladder ladder() {
        return new Ladder(
                List.of(new Ladder.Lane("alice", A), new Ladder.Lane("bob", B)),
                SignatureCheck.NONE);
    }

    @Test
    void arrowsPointFromSpeakerToListener() {
        var ladder = ladder();
        var lines = new ArrayList<>(List.of(ladder.header()));
        lines.addAll(ladder.add(5 * MILLI, A, B, frame(IaxCommand.PING)));
        lines.addAll(ladder.add(1255 * MILLI, B, A, frame(IaxCommand.PONG)));
        assertThat(lines)
                .containsExactly(
                        " ".repeat(13) + "alice" + " ".repeat(68) + "bob",
                        "    0.000      │ PING " + "─".repeat(64) + "▶│",
                        "    1.250      │◀" + "─".repeat(64) + " PONG │");
    }

    @Test
    void mediaIsCountedAndToldBeforeWhatFollows() {
        var ladder = ladder();
        ladder.add(0, A, B, frame(IaxCommand.PING));
        for (int i = 1; i <= 49; i++) {
            assertThat(ladder.add(i * MILLI, A, B, VOICE)).isEmpty();
        }
        assertThat(ladder.add(990 * MILLI, B, A, VOICE)).isEmpty();
        var lines = ladder.add(1000 * MILLI, A, B, frame(IaxCommand.HANGUP));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).contains("│ … 49 voice frames ──").endsWith("▶│");
        assertThat(lines.get(1)).contains("│◀──").contains("── … 1 voice frame │");
        assertThat(lines.get(2)).contains("│ HANGUP ──");
        assertThat(ladder.end()).isEmpty();
    }

    @Test
    void eachKindOfMediaIsCountedByItself() {
        var lines = Ladder.of(Captures.packets("trunk-timestamps"), SignatureCheck.NONE);
        assertThat(lines).anyMatch(line -> line.contains("… 6 trunk frames"));
    }

    @Test
    void whatWasCountedLastIsToldAtTheEnd() {
        var ladder = ladder();
        ladder.add(0, A, B, VOICE);
        assertThat(ladder.end()).singleElement().asString().contains("… 1 voice frame");
        assertThat(ladder.end()).isEmpty();
    }

    @Test
    void longWordsAreCutAndLinesStayAsWideAsTheColumns() {
        for (var name : List.of("rsa-call", "callerid-and-variables", "dialplan-switch-rsa")) {
            var lines = Ladder.of(Captures.packets(name), Keys.all());
            assertThat(lines.subList(1, lines.size()))
                    .allMatch(line -> line.length() == lines.get(1).length());
            assertThat(lines).anyMatch(line -> line.contains("… ──"));
        }
    }

    @Test
    void aThirdColumnIsStruckThrough() {
        var lines = Ladder.of(Captures.packets("native-transfer"), Keys.all());
        assertThat(lines.getFirst()).contains("127.0.0.2:4572", "127.0.0.5:4575", "127.0.0.3:4573");
        assertThat(lines).anyMatch(line -> line.matches(".*│ TXCNT transfer [0-9a-f]+ ─{60,}▶│"));
    }

    @Test
    void whoHasNoColumnIsNamed() {
        assertThat(ladder().add(0, A, C, frame(IaxCommand.PING)))
                .singleElement()
                .asString()
                .endsWith("192.0.2.1:4569 > 192.0.2.3:4569  PING");
    }

    @Test
    void signaturesAreNamed() {
        assertThat(Ladder.of(Captures.packets("rsa-call"), Keys.all()))
                .anyMatch(
                        line ->
                                line.contains(
                                        "AUTHREP RSA signature of 172 characters  [signed by bkey]"));
    }

    @Test
    void nobodyMakesNoLadder() {
        assertThat(Ladder.of(List.of(), SignatureCheck.NONE)).isEmpty();
        assertThatThrownBy(
                        () -> new Ladder(List.of(new Ladder.Lane("alice", A)), SignatureCheck.NONE))
                .hasMessage("a ladder has two columns at least");
    }
}
