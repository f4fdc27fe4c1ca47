package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Oddity;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.Video;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MetaFrame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Pictures: a full frame, then meta frames (RFC 5456 §8.1.3.1).
class VideoTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    private final Network net = new Network(5, Weather.STILL);
    private final Actor west = Actor.called(net);
    private final Actor east = Actor.caller(net);
    private CallId call = new CallId(0);

    @BeforeEach
    void up() {
        call = east.dial(west, Actor.key("east", "east"));
        net.run(SECOND);
    }

    private static Video piece(MediaFormat format, boolean last, int content) {
        return new Video(format.bit(), last, Bytes.of(content, content));
    }

    private void shows(Video piece) {
        east.tell(call, new Command.Carry(piece));
        net.run(33 * MILLI);
    }

    private List<Message> seen() {
        return west.heard(CallEvent.Carried.class).stream()
                .map(CallEvent.Carried::message)
                .toList();
    }

    private static Frame frame(Network.Passage passage) {
        try {
            var octets = passage.datagram().toArray();
            return Frame.parse(octets, octets.length);
        } catch (MalformedFrame impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// What east sent of pictures: V for a full frame, its stamp for a meta frame.
    private List<String> sent() {
        var all = new ArrayList<String>();
        for (var passage : net.passages()) {
            if (passage.from().equals(east.address())) {
                switch (frame(passage)) {
                    case FullFrame full when full.body().is(FrameType.VIDEO) -> all.add("V");
                    case MetaFrame.Video meta -> all.add(String.valueOf(meta.timestamp()));
                    default -> {}
                }
            }
        }
        return all;
    }

    @Test
    void picturesArriveAsTheyWereShown() {
        var shown =
                List.of(
                        piece(MediaFormat.H264, false, 1),
                        piece(MediaFormat.H264, true, 2),
                        piece(MediaFormat.H264, true, 3));
        shown.forEach(this::shows);
        assertThat(seen()).isEqualTo(shown);
        assertThat(sent()).hasSize(3).startsWith("V").doesNotHaveDuplicates();
    }

    @Test
    void piecesOfOnePictureBearOneStamp() {
        shows(piece(MediaFormat.H264, true, 1));
        shows(piece(MediaFormat.H264, false, 2));
        shows(piece(MediaFormat.H264, false, 3));
        shows(piece(MediaFormat.H264, true, 4));
        shows(piece(MediaFormat.H264, true, 5));
        assertThat(sent().subList(1, 4)).containsOnly(sent().get(1));
        assertThat(sent().get(4)).isNotEqualTo(sent().get(1));
    }

    @Test
    void anotherFormatIsNamedInAFullFrame() {
        shows(piece(MediaFormat.H264, true, 1));
        shows(piece(MediaFormat.H264, true, 2));
        shows(piece(MediaFormat.VP8, true, 3));
        assertThat(sent()).last().isEqualTo("V");
        assertThat(seen()).last().isEqualTo(piece(MediaFormat.VP8, true, 3));
    }

    @Test
    void aFullFrameComesAfterEach32768Milliseconds() {
        for (int second = 0; second < 70; second++) {
            shows(piece(MediaFormat.H264, true, second));
            net.run(SECOND - 33 * MILLI);
        }
        assertThat(sent().stream().filter("V"::equals)).hasSize(3);
        assertThat(seen()).hasSize(70);
    }

    @Test
    void aMarkedFrameWithoutFormatIsOfTheOneBefore() {
        shows(piece(MediaFormat.H264, false, 1));
        net.inject(
                east.address(),
                west.address(),
                Bytes.copyOf(next(Body.of(FrameType.VIDEO, 0x40, Bytes.of(7, 7))).encode()));
        assertThat(seen()).last().isEqualTo(piece(MediaFormat.H264, true, 7));
    }

    /// A full frame that follows what east has sent.
    private FullFrame next(Body body) {
        var last = (FullFrame) frame(lastFullOf(east));
        return new FullFrame(
                last.source(),
                last.destination(),
                false,
                last.timestamp() + 33,
                last.sent().next(),
                last.expected(),
                body);
    }

    private Network.Passage lastFullOf(Actor who) {
        return net.passages().stream()
                .filter(p -> p.from().equals(who.address()) && isNumbered(p))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static boolean isNumbered(Network.Passage passage) {
        return frame(passage) instanceof FullFrame full
                && !(full.body().is(FrameType.IAX)
                        && full.body().value() == IaxCommand.ACK.number());
    }

    @Test
    void aMetaFrameBeforeAnyFullOneAsksForTheMissing() {
        var source = ((FullFrame) frame(lastFullOf(east))).source();
        var meta = new MetaFrame.Video(source, true, 20, Bytes.of(1));
        net.inject(east.address(), west.address(), Bytes.copyOf(meta.encode()));
        var answer = (FullFrame) frame(net.passages().getLast());
        assertThat(answer.body().value()).isEqualTo(IaxCommand.VNAK.number());
        assertThat(seen()).isEmpty();
    }

    @Test
    void aFormatThatIsNoPictureIsDropped() {
        shows(piece(MediaFormat.ULAW, true, 1));
        assertThat(seen()).isEmpty();
        assertThat(west.endpoint().counters().of(Oddity.UNKNOWN_MEDIA)).isEqualTo(1);
        assertThat(west.heard(CallEvent.Ended.class)).isEmpty();
    }

    @Test
    void aPictureOfNobodysCallIsNoted() {
        var source = ((FullFrame) frame(lastFullOf(west))).destination();
        var meta = new MetaFrame.Video(source, true, 20, Bytes.of(1));
        net.inject(Actor.at(9), west.address(), Bytes.copyOf(meta.encode()));
        assertThat(west.endpoint().counters().of(Oddity.UNKNOWN_CALL)).isEqualTo(1);
    }
}
