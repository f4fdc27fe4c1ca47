package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Oddity;
import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.message.Hangup;
import dev.keyline.iax.message.Ping;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MetaFrame;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Mini frames and envelopes that a driver hands in one after the other before it drains: their
/// voice is heard together, and nothing overtakes it.
class VoiceBatchTest {
    private static final long SECOND = 1_000_000_000L;

    private final Network net = new Network(11, Weather.STILL);
    private final Actor west = Actor.called(net);
    private final Actor east = Actor.caller(net);
    private final CallId call = established();
    private final CallNumber number = number();

    private CallId established() {
        east.dial(west, Actor.key("east", "east"));
        net.run(SECOND);
        east.speak(east.call(), 1);
        net.run(SECOND);
        return west.call();
    }

    private CallNumber number() {
        return lastOfEast().source();
    }

    private FullFrame lastOfEast() {
        return fromEast().reduce((_, last) -> last).orElseThrow();
    }

    private Stream<FullFrame> fromEast() {
        return net.passages().stream()
                .filter(passage -> passage.from().equals(east.address()))
                .map(passage -> parsed(passage.datagram().toArray()))
                .filter(FullFrame.class::isInstance)
                .map(FullFrame.class::cast);
    }

    private static Frame parsed(byte[] datagram) {
        try {
            return Frame.parse(datagram);
        } catch (MalformedFrame e) {
            throw new AssertionError(e);
        }
    }

    /// An envelope with pieces of this call, numbered from `first` on, of so many octets each.
    private Frame envelope(int first, int pieces, int size) {
        return envelope(number, first, pieces, size);
    }

    private static Frame envelope(CallNumber whose, int first, int pieces, int size) {
        var entries = new Writer();
        for (int i = first; i < first + pieces; i++) {
            entries.u16(size).u16(whose.value()).u16(1000 + 20 * i);
            entries.bytes(numbered(i, size), 0, size);
        }
        return new MetaFrame.Trunk(1, 500, entries.toBytes());
    }

    private static byte[] numbered(int i, int size) {
        var octets = new byte[size];
        octets[0] = (byte) (i >> 8);
        octets[1] = (byte) i;
        return octets;
    }

    /// A mini frame of this call.
    private Frame mini(int i, int size) {
        return mini(number, i, size);
    }

    private static Frame mini(CallNumber whose, int i, int size) {
        int stamp = 1000 + 20 * i & 0xFFFF;
        return new MiniFrame(whose, stamp, Bytes.copyOf(numbered(i, size)));
    }

    private void receive(Frame frame) {
        var datagram = frame.encode();
        west.endpoint().receive(east.address(), datagram, datagram.length, net.now());
        // the array belongs to the driver again
        Arrays.fill(datagram, (byte) 0xFF);
    }

    /// The numbers of all blocks but the one that was spoken in the beginning.
    private List<Integer> heard() {
        return west.heard(CallEvent.Heard.class).stream()
                .skip(1)
                .map(block -> block.payload().at(0) << 8 | block.payload().at(1))
                .toList();
    }

    private static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    @Test
    void manySmallPiecesAreHeardInOrder() {
        net.act(
                west.address(),
                () -> IntStream.range(0, 50).forEach(i -> receive(envelope(20 * i, 20, 20))));
        assertThat(heard()).isEqualTo(upTo(1000));
    }

    @Test
    void manyLongEnvelopesAreHeardInOrder() {
        net.act(
                west.address(),
                () -> IntStream.range(0, 40).forEach(i -> receive(envelope(5 * i, 5, 800))));
        assertThat(heard()).isEqualTo(upTo(200));
    }

    @Test
    void manyShortMiniFramesAreHeardInOrder() {
        net.act(west.address(), () -> IntStream.range(0, 1000).forEach(i -> receive(mini(i, 20))));
        assertThat(heard()).isEqualTo(upTo(1000));
    }

    @Test
    void manyLongMiniFramesAreHeardInOrder() {
        net.act(west.address(), () -> IntStream.range(0, 200).forEach(i -> receive(mini(i, 800))));
        assertThat(heard()).isEqualTo(upTo(200));
    }

    @Test
    void whatComesBehindAnEnvelopeIsHeardBehindIt() {
        net.act(
                west.address(),
                () -> {
                    receive(envelope(0, 2, 160));
                    receive(mini(2, 160));
                    receive(envelope(3, 2, 160));
                });
        assertThat(heard()).isEqualTo(upTo(5));
    }

    @Test
    void aCallThatEndsHasHeardWhatCameBefore() {
        net.act(
                west.address(),
                () -> {
                    receive(envelope(0, 1, 160));
                    receive(mini(1, 160));
                    west.endpoint().tell(call, new Command.Finish(16), net.now());
                    receive(envelope(2, 2, 160));
                });
        net.run(SECOND);
        assertThat(heard()).isEqualTo(upTo(2));
        assertThat(west.last().orElseThrow()).isInstanceOf(CallEvent.Ended.class);
    }

    /// Or each PING would part what is heard together, and what leaves together.
    @Test
    void aPingIsAnsweredBeforeTheVoiceIsHeard() {
        receive(envelope(0, 1, 160));
        receive(mini(1, 160));
        receive(next(new Ping().body()));
        receive(envelope(2, 2, 160));
        assertThat(west.endpoint().poll())
                .isInstanceOfSatisfying(
                        Output.Send.class,
                        sent -> assertThat(command(parsed(sent.datagram()))).isEqualTo("PONG"));
        net.act(west.address(), () -> {});
        assertThat(heard()).isEqualTo(upTo(4));
    }

    @Test
    void nothingElseIsHeardBeforeThem() {
        net.act(
                west.address(),
                () -> {
                    receive(envelope(0, 1, 160));
                    receive(mini(1, 160));
                    receive(next(new Hangup("", 16).body()));
                    receive(envelope(2, 2, 160));
                });
        assertThat(heard()).isEqualTo(upTo(2));
    }

    /// What east would say next.
    private FullFrame next(Body body) {
        var last = lastOfEast();
        var sent =
                fromEast()
                        .filter(frame -> !command(frame).equals("ACK"))
                        .reduce((_, later) -> later)
                        .orElseThrow()
                        .sent();
        return new FullFrame(
                last.source(),
                last.destination(),
                false,
                last.timestamp() + 100,
                sent.next(),
                last.expected(),
                body);
    }

    private static String command(Frame frame) {
        var body = ((FullFrame) frame).body();
        return body.is(FrameType.IAX) ? String.valueOf(IaxCommand.of(body.value())) : "none";
    }

    @Test
    void aPieceOfNobodyDoesNotKeepTheOthersBack() {
        var entries = new Writer().u16(2).u16(0x7123).u16(1000).u8(1).u8(2).toBytes();
        net.act(
                west.address(),
                () -> {
                    receive(envelope(0, 1, 160));
                    receive(new MetaFrame.Trunk(1, 500, entries));
                    receive(envelope(1, 1, 160));
                });
        assertThat(heard()).isEqualTo(upTo(2));
        assertThat(west.endpoint().counters().of(Oddity.UNKNOWN_CALL)).isEqualTo(1);
    }

    @Test
    void eachEnvelopeWithoutTimestampsKeepsItsOwnTime() {
        net.act(
                west.address(),
                () -> {
                    receive(bare(500, 0));
                    receive(bare(540, 1));
                });
        var blocks = west.heard(CallEvent.Heard.class);
        assertThat(heard()).isEqualTo(upTo(2));
        assertThat(blocks.get(2).timestamp() - blocks.get(1).timestamp()).isEqualTo(40);
    }

    private Frame bare(int stamp, int i) {
        var entries = new Writer().u16(number.value()).u16(160);
        return new MetaFrame.Trunk(0, stamp, entries.bytes(numbered(i, 160), 0, 160).toBytes());
    }

    @Test
    void aFaultInAPieceEndsItsCallAndTakesNothingElseWithIt() {
        faultIn(envelope(number, 0, 2, 160));
    }

    @Test
    void aFaultInAMiniFrameEndsItsCallAndTakesNothingElseWithIt() {
        faultIn(mini(number, 0, 160));
    }

    private void faultIn(Frame broken) {
        east.dial(west, Actor.key("east", "east"));
        net.run(SECOND);
        east.speak(east.call(), 1);
        net.run(SECOND);
        var sound = number();
        west.endpoint()
                .switchboard()
                .listen(
                        call,
                        (_, _, _, _, _, _) -> {
                            throw new IllegalStateException("a fault that a test asked for");
                        });
        int before = west.heard(CallEvent.Heard.class).size();
        receive(broken);
        receive(envelope(sound, 0, 2, 160));
        receive(mini(sound, 2, 160));
        assertThatThrownBy(() -> west.endpoint().poll()).hasMessageContaining("a test asked for");
        net.act(west.address(), () -> {});
        assertThat(west.heard(CallEvent.Heard.class)).hasSize(before + 3);
        assertThat(west.heard(CallEvent.Ended.class)).hasSize(1);
        assertThat(west.endpoint().dialogue(call)).isEmpty();
    }
}
