package dev.keyline.pbx.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.audio.codec.Codec;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// A channel and the wire beneath it.
class ChannelTest {
    private final List<Command> told = new ArrayList<>();

    private Channel channel(boolean incoming) {
        var identity =
                new Identity(
                        new CallId(12), "east", PeerAddress.ofIPv4("10.0.0.1", 4569), incoming);
        return new Channel(identity, CallerId.NONE, (_, wish, _) -> told.add(wish), 0);
    }

    @Test
    void itsNameIsAsterisksShape() {
        assertThat(channel(true).name()).isEqualTo("IAX2/east-12");
    }

    @Test
    void ringing_answer_answersOnce() {
        var channel = channel(true);
        channel.answer(5);
        channel.answer(6);
        assertThat(told).containsExactly(new Command.Answer());
        assertThat(channel.answered()).hasValue(5);
        assertThat(channel.state()).isEqualTo(State.UP);
    }

    @Test
    void outgoing_answer_isNotOurs() {
        channel(false).answer(5);
        assertThat(told).isEmpty();
    }

    @Test
    void gone_anything_isDropped() {
        var channel = channel(true);
        channel.speaks(MediaFormat.ULAW);
        channel.ended(new Ending.TheyHungUp(17, ""));
        channel.speak(new short[160], 1);
        channel.hangUp(Cause.NORMAL, 1);
        assertThat(told).isEmpty();
        assertThat(channel.hangupCause()).isEqualTo(17);
    }

    @Test
    void beforeAFormatIsKnownNothingIsSaid() {
        channel(false).speak(new short[160], 1);
        assertThat(told).isEmpty();
    }

    @Test
    void theSameFormatPassesUntouched() {
        var channel = channel(true);
        channel.speaks(MediaFormat.G729);
        var payload = Bytes.of(1, 2, 3);
        channel.relay(MediaFormat.G729, payload, 1);
        channel.relay(MediaFormat.ULAW, payload, 1);
        assertThat(told).containsExactly(new Command.Speak(MediaFormat.G729, payload));
    }

    @Test
    void variablesAreInheritedAsTheirUnderscoresSay() {
        var parent = new Variables();
        parent.set("OWN", "1");
        parent.set("_CHILD", "2");
        parent.set("__ALL", "3");
        assertThat(parent.get("CHILD")).contains("2");
        var child = new Variables();
        parent.bequeathTo(child);
        assertThat(child.all()).containsOnlyKeys("CHILD", "ALL");
        var grandchild = new Variables();
        child.bequeathTo(grandchild);
        assertThat(grandchild.all()).containsOnlyKeys("ALL");
    }

    @Property(tries = 200)
    void whatGoesInInAnyPiecesComesOutInFramesOf20Millis(
            @ForAll @Size(max = 30) List<@IntRange(max = 700) Integer> pieces) {
        var transcoder = Transcoder.between(MediaFormat.ULAW, MediaFormat.GSM).orElseThrow();
        int in = 0;
        int frames = 0;
        for (int piece : pieces) {
            in += piece;
            for (var frame : transcoder.convert(Bytes.copyOf(new byte[piece]))) {
                assertThat(frame.length()).isEqualTo(Codec.GSM.octetsPerFrame());
                frames++;
            }
        }
        assertThat(frames).isEqualTo(in / 160);
    }

    @Test
    void aPayloadOfOddLengthIsDropped() {
        var transcoder = Transcoder.between(MediaFormat.GSM, MediaFormat.ULAW).orElseThrow();
        assertThat(transcoder.convert(Bytes.copyOf(new byte[32]))).isEmpty();
        assertThat(transcoder.convert(Bytes.copyOf(new byte[33]))).hasSize(1);
        assertThat(
                        new Ear()
                                .samples(
                                        new CallEvent.Heard(
                                                MediaFormat.GSM, 0, Bytes.copyOf(new byte[32]))))
                .isEmpty();
    }

    @Test
    void thereIsNoWayFromAFormatWithoutCodec() {
        assertThat(Transcoder.between(MediaFormat.G729, MediaFormat.ULAW)).isEmpty();
    }
}
