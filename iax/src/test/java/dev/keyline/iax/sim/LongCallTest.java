package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Config;
import dev.keyline.iax.endpoint.Endpoint;
import dev.keyline.iax.endpoint.Oddity;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.SeqNo;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A call that is up: its vital signs, its media across the wraps, and what strangers and restarts
/// do to it.
class LongCallTest {
    private static final long SECOND = 1_000_000_000L;

    private final Network net = new Network(3, new Weather(0, 0, 0, 0, 1_000_000, 1_000_000));
    private final Actor west = Actor.called(net);
    private final Actor east = Actor.caller(net);
    private CallId call = new CallId(0);

    @BeforeEach
    void up() {
        call = east.dial(west, Actor.key("east", "east"));
        net.run(SECOND);
        assertThat(east.heard(CallEvent.Answered.class)).hasSize(1);
    }

    private Stream<Frame> sent(Actor by) {
        return net.passages().stream()
                .filter(p -> p.from().equals(by.address()))
                .map(p -> parse(p.datagram()));
    }

    private static Frame parse(Bytes datagram) {
        try {
            return Frame.parse(datagram.toArray());
        } catch (MalformedFrame e) {
            throw new AssertionError(e);
        }
    }

    private long count(Actor by, FrameType type, int subclass) {
        return sent(by).filter(
                        f ->
                                f instanceof FullFrame full
                                        && full.body().is(type)
                                        && full.body().subclass() == subclass)
                .count();
    }

    private FullFrame last(Actor by) {
        return sent(by).filter(FullFrame.class::isInstance)
                .map(FullFrame.class::cast)
                .reduce((_, b) -> b)
                .orElseThrow();
    }

    private static Body command(IaxCommand command) {
        return Body.of(FrameType.IAX, command.number(), Bytes.EMPTY);
    }

    /// A frame as east would send it next, whatever it says.
    private FullFrame asEast(Body body) {
        var own = last(east);
        var theirs = last(west);
        return new FullFrame(
                own.source(),
                theirs.source(),
                false,
                5000,
                theirs.expected(),
                theirs.sent().next(),
                body);
    }

    @Test
    void pingsAndLagRequestsKeepTheirPeriodsAndAreAnswered() {
        net.run(64 * SECOND);
        assertThat(count(east, FrameType.IAX, IaxCommand.PING.number())).isEqualTo(3);
        assertThat(count(west, FrameType.IAX, IaxCommand.PONG.number())).isEqualTo(3);
        assertThat(count(east, FrameType.IAX, IaxCommand.LAGRQ.number())).isEqualTo(6);
        assertThat(count(west, FrameType.IAX, IaxCommand.LAGRP.number())).isEqualTo(6);
        assertThat(east.heard(CallEvent.Measured.class))
                .hasSize(3)
                .allSatisfy(
                        measured ->
                                assertThat(measured.roundTrip()).isBetween(1_000_000L, 6_000_000L));
    }

    @Test
    void whoHearsVoiceSendsNoLagRequests() {
        east.speak(call, 50 * 44);
        net.run(44 * SECOND);
        assertThat(count(west, FrameType.IAX, IaxCommand.LAGRQ.number())).isZero();
        assertThat(count(west, FrameType.IAX, IaxCommand.PING.number())).isEqualTo(2);
        assertThat(count(east, FrameType.IAX, IaxCommand.LAGRQ.number())).isEqualTo(4);
        net.run(20 * SECOND);
        assertThat(count(west, FrameType.IAX, IaxCommand.LAGRQ.number())).isEqualTo(1);
    }

    @Test
    void voiceIsFullAtTheStartAndAfterEach32768Milliseconds() {
        east.speak(call, 50 * 140);
        net.run(141 * SECOND);
        assertThat(count(east, FrameType.VOICE, 4)).isEqualTo(5);
        var stamps =
                west.heard(CallEvent.Heard.class).stream().map(CallEvent.Heard::timestamp).toList();
        assertThat(stamps).hasSize(7000);
        for (int i = 1; i < stamps.size(); i++) {
            assertThat(stamps.get(i) - stamps.get(i - 1)).as("block %s", i).isEqualTo(20);
        }
    }

    @Test
    void aMiniFrameBeforeAnyFullVoiceAsksForTheMissing() {
        var mini = new MiniFrame(last(east).source(), 20, Bytes.of(1, 2, 3));
        net.inject(east.address(), west.address(), Bytes.copyOf(mini.encode()));
        assertThat(last(west).body()).isEqualTo(command(IaxCommand.VNAK));
        assertThat(west.heard(CallEvent.Heard.class)).isEmpty();
    }

    @Test
    void voiceInAFormatNobodyNamedIsDroppedAndTheCallGoesOn() {
        net.inject(
                east.address(),
                west.address(),
                Bytes.copyOf(asEast(Body.of(FrameType.VOICE, 0x7E, Bytes.of(1))).encode()));
        assertThat(west.endpoint().counters().of(Oddity.UNKNOWN_MEDIA)).isEqualTo(1);
        assertThat(last(west).body()).isEqualTo(command(IaxCommand.ACK));
        assertThat(west.heard(CallEvent.Ended.class)).isEmpty();
    }

    @Test
    void anUnknownCommandIsUnsupported() {
        net.inject(
                east.address(),
                west.address(),
                Bytes.copyOf(asEast(Body.of(FrameType.IAX, 77, Bytes.EMPTY)).encode()));
        assertThat(last(west).body())
                .isEqualTo(
                        Body.of(FrameType.IAX, IaxCommand.UNSUPPORT.number(), Bytes.of(23, 1, 77)));
    }

    @Test
    void aTransferIsDeclined() {
        var request =
                new dev.keyline.iax.message.TransferRequest(
                                new dev.keyline.iax.message.ApparentAddress(
                                        Bytes.of(192, 0, 2, 7), 4569),
                                9,
                                1)
                        .body();
        net.inject(east.address(), west.address(), Bytes.copyOf(asEast(request).encode()));
        assertThat(last(west).body().value()).isEqualTo(IaxCommand.TXREJ.number());
    }

    @Test
    void oneWrongNumberAndTheFrameIsNobodys() {
        var good = asEast(command(IaxCommand.HANGUP));
        var wrongSource =
                new FullFrame(
                        new CallNumber(good.source().value() ^ 1),
                        good.destination(),
                        false,
                        0,
                        good.sent(),
                        good.expected(),
                        good.body());
        net.inject(east.address(), west.address(), Bytes.copyOf(wrongSource.encode()));
        var wrongDestination =
                new FullFrame(
                        good.source(),
                        new CallNumber(good.destination().value() ^ 1),
                        false,
                        0,
                        good.sent(),
                        good.expected(),
                        good.body());
        net.inject(east.address(), west.address(), Bytes.copyOf(wrongDestination.encode()));
        var noDestination =
                new FullFrame(
                        good.source(),
                        CallNumber.NONE,
                        false,
                        0,
                        good.sent(),
                        good.expected(),
                        good.body());
        net.inject(east.address(), west.address(), Bytes.copyOf(noDestination.encode()));
        assertThat(west.heard(CallEvent.Ended.class)).isEmpty();
        assertThat(west.endpoint().counters().of(Oddity.WRONG_NUMBER)).isEqualTo(2);
    }

    @Test
    void invalWithBothNumbersEndsTheCall() {
        var inval =
                new FullFrame(
                        last(east).source(),
                        last(west).source(),
                        false,
                        0,
                        SeqNo.ZERO,
                        SeqNo.ZERO,
                        command(IaxCommand.INVAL));
        net.inject(east.address(), west.address(), Bytes.copyOf(inval.encode()));
        assertThat(west.last()).contains(new CallEvent.Ended(new Ending.Forgotten()));
    }

    @Test
    void aPeerThatRestartedSaysSoAtTheNextFrame() {
        net.restart(
                west.address(),
                new Endpoint(Config.USUAL, Door.CLOSED, KeyRing.EMPTY, net.chance()));
        east.tell(call, new Command.Press('1', true));
        net.run(SECOND);
        assertThat(east.last()).contains(new CallEvent.Ended(new Ending.Forgotten()));
    }

    /// Found by a random scene: NEW was acknowledged, ACCEPT never came, and nobody asked.
    @Test
    void aPeerThatRestartedBeforeItAcceptedIsNoticedByPing() {
        west.waiting();
        east.dial(west, Actor.key("east", "east"));
        net.run(SECOND);
        assertThat(west.heard(CallEvent.Arrived.class)).hasSize(2);
        net.restart(
                west.address(),
                new Endpoint(Config.USUAL, Door.CLOSED, KeyRing.EMPTY, net.chance()));
        net.run(22 * SECOND);
        assertThat(east.heard(CallEvent.Ended.class))
                .containsOnly(new CallEvent.Ended(new Ending.Forgotten()))
                .hasSize(2);
    }

    @Test
    void aPeerThatIsGoneIsNoticedByPing() {
        net.weather(Weather.STILL.withLoss(1));
        net.run(45 * SECOND);
        assertThat(east.last()).contains(new CallEvent.Ended(new Ending.Vanished()));
        assertThat(west.last()).contains(new CallEvent.Ended(new Ending.Vanished()));
    }

    @Test
    void aHangupRepeatedAfterTheEndIsAcknowledgedAgain() {
        east.tell(call, new Command.Finish(Cause.NORMAL));
        net.run(SECOND);
        var hangup =
                sent(east)
                        .filter(
                                f ->
                                        f instanceof FullFrame full
                                                && full.body().is(FrameType.IAX)
                                                && full.body().value()
                                                        == IaxCommand.HANGUP.number())
                        .findFirst()
                        .orElseThrow();
        net.inject(east.address(), west.address(), Bytes.copyOf(hangup.encode()));
        assertThat(last(west).body()).isEqualTo(command(IaxCommand.ACK));
        assertThat(last(west).timestamp()).isEqualTo(((FullFrame) hangup).timestamp());
    }

    @Test
    void bothHangingUpAtOnceIsFine() {
        east.tell(call, new Command.Finish(Cause.NORMAL));
        west.tell(west.call(), new Command.Finish(Cause.USER_BUSY));
        net.run(100 * SECOND);
        assertThat(east.last()).contains(new CallEvent.Ended(new Ending.WeHungUp(16)));
        assertThat(west.last()).contains(new CallEvent.Ended(new Ending.WeHungUp(17)));
        assertThat(east.endpoint().isIdle()).isTrue();
        assertThat(west.endpoint().isIdle()).isTrue();
    }

    @Test
    void sequenceNumbersWrapInOneCall() {
        for (int i = 0; i < 300; i++) {
            net.in(
                    i * 100_000_000L,
                    east.address(),
                    () -> east.endpoint().tell(call, new Command.Write("x"), net.now()));
        }
        net.run(31 * SECOND);
        assertThat(west.heard(CallEvent.Wrote.class)).hasSize(300);
    }

    @Test
    void theSameSeedGivesTheSameOctets() {
        var one = passages(11);
        assertThat(passages(11)).isEqualTo(one);
        assertThat(passages(12)).isNotEqualTo(one);
    }

    private static List<Network.Passage> passages(long seed) {
        var world = new Network(seed, Weather.STORM);
        var b =
                new Actor(
                        world,
                        Actor.at(2),
                        TestKeys.ring(List.of(), List.of("east")),
                        Actor.guarded(Map.of("east", Actor.rsa("east", "east"))));
        var a =
                new Actor(
                        world, Actor.at(1), TestKeys.ring(List.of("east"), List.of()), Door.CLOSED);
        a.dial(b, Actor.key("east", "east"));
        world.run(20 * SECOND);
        return world.passages();
    }
}
