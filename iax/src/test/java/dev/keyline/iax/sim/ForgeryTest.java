package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Config;
import dev.keyline.iax.endpoint.Limits;
import dev.keyline.iax.endpoint.Oddity;
import dev.keyline.iax.message.CallTokenChallenge;
import dev.keyline.iax.message.New;
import dev.keyline.iax.message.RotateKey;
import dev.keyline.iax.message.Voice;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.iax.wire.SeqNo;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What somebody gets who forges the address of a peer, or who says again what he overheard.
class ForgeryTest {
    private static final long SECOND = 1_000_000_000L;

    private final Network net = new Network(3, new Weather(0, 0, 0, 0, 1_000_000, 1_000_000));
    private final Actor west = Actor.called(net);
    private final Actor east = Actor.caller(net);

    /// Any number of callers may stand in it at once.
    private static final Door OPEN =
            new Door() {
                @Override
                public boolean needsToken(New request, PeerAddress from) {
                    return true;
                }

                @Override
                public Admission knock(New request, PeerAddress from) {
                    return new Guarded(Actor.rsa("east", "east"), 0);
                }
            };

    private static Body command(IaxCommand command) {
        return Body.of(FrameType.IAX, command.number(), Bytes.EMPTY);
    }

    private static FullFrame full(Network.Passage passage) {
        try {
            return (FullFrame) Frame.parse(passage.datagram().toArray());
        } catch (MalformedFrame e) {
            throw new AssertionError(e);
        }
    }

    private List<FullFrame> sent(Actor by) {
        return IntStream.range(0, net.sent())
                .mapToObj(net::passage)
                .filter(p -> p.from().equals(by.address()) && (p.datagram().at(0) & 0x80) != 0)
                .map(ForgeryTest::full)
                .toList();
    }

    private long count(Actor by, IaxCommand command) {
        return sent(by).stream()
                .filter(f -> f.body().is(FrameType.IAX) && f.body().value() == command.number())
                .count();
    }

    /// What east would say next.
    private FullFrame asEast(Body body, int ahead) {
        var own = sent(east).getLast();
        var theirs = sent(west).getLast();
        var next = new SeqNo(theirs.expected().value() + ahead & 0xFF);
        return new FullFrame(
                own.source(), theirs.source(), false, 5000, next, theirs.sent().next(), body);
    }

    private void fromEast(FullFrame frame) {
        net.inject(east.address(), west.address(), Bytes.copyOf(frame.encode()));
    }

    private CallId up() {
        var call = east.dial(west, Actor.key("east", "east"));
        net.run(SECOND);
        assertThat(east.heard(CallEvent.Answered.class)).hasSize(1);
        return call;
    }

    @Test
    void theRightNumbersFromAnotherPortAreNobodys() {
        up();
        var elsewhere = PeerAddress.ofIPv4(east.address().host(), 4570);
        for (var command : List.of(IaxCommand.HANGUP, IaxCommand.INVAL, IaxCommand.REJECT)) {
            var forged = asEast(command(command), 0);
            net.inject(elsewhere, west.address(), Bytes.copyOf(forged.encode()));
        }
        net.run(SECOND);
        assertThat(west.heard(CallEvent.Ended.class)).isEmpty();
    }

    @Test
    void whoeverDoesNotKnowOurNumberNeitherEndsNorConfirmsACall() {
        up();
        var right = asEast(command(IaxCommand.INVAL), 0);
        for (var command : List.of(IaxCommand.INVAL, IaxCommand.HANGUP, IaxCommand.ACK)) {
            for (int wrong : new int[] {0, right.destination().value() + 1}) {
                fromEast(
                        new FullFrame(
                                right.source(),
                                new CallNumber(wrong),
                                false,
                                5000,
                                right.sent(),
                                right.expected(),
                                command(command)));
            }
        }
        net.run(SECOND);
        assertThat(west.heard(CallEvent.Ended.class)).isEmpty();
        assertThat(west.endpoint().liveCalls()).isEqualTo(1);
    }

    /// Before the answer to a challenge a caller may not know our number; INVAL and ACK he says
    /// only once he does.
    @Test
    void anInvalWithoutOurNumberDoesNotTurnACallerAway() {
        east.dial(west, Actor.key("east", "east"));
        while (count(west, IaxCommand.AUTHREQ) == 0) {
            net.run(100_000);
        }
        var asked = sent(west).getLast();
        var none = CallNumber.NONE;
        var inval = command(IaxCommand.INVAL);
        fromEast(new FullFrame(asked.destination(), none, false, 9, SeqNo.ZERO, SeqNo.ZERO, inval));
        net.run(SECOND);
        assertThat(west.endpoint().counters().of(Oddity.WRONG_NUMBER)).isEqualTo(1);
        assertThat(east.heard(CallEvent.Answered.class)).hasSize(1);
    }

    @Test
    void aStormOfPingsGetsTenAnswersASecond() {
        up();
        long before = count(west, IaxCommand.PONG) + count(west, IaxCommand.LAGRP);
        for (int i = 0; i < 200; i++) {
            fromEast(asEast(command(i % 2 == 0 ? IaxCommand.PING : IaxCommand.LAGRQ), 0));
        }
        assertThat(count(west, IaxCommand.PONG) + count(west, IaxCommand.LAGRP) - before)
                .isEqualTo(Limits.USUAL.pingsPerSecond());
        assertThat(west.endpoint().counters().of(Oddity.TOO_MANY_PINGS)).isEqualTo(190);
    }

    @Test
    void aStormOfVnaksBringsBackOneWindow() {
        up();
        fromEast(asEast(command(IaxCommand.PING), 0));
        int before = net.sent();
        var first = sent(west).getFirst();
        for (int i = 0; i < 1000; i++) {
            var vnak = asEast(command(IaxCommand.VNAK), 0);
            fromEast(
                    new FullFrame(
                            vnak.source(),
                            vnak.destination(),
                            false,
                            9,
                            first.sent(),
                            sent(west).getLast().sent(),
                            command(IaxCommand.VNAK)));
        }
        assertThat(net.sent() - before).isLessThanOrEqualTo(2);
    }

    @Test
    void framesOutOfOrderAreAskedForOnceInTwentyMilliseconds() {
        up();
        for (int i = 1; i < 100; i++) {
            fromEast(asEast(command(IaxCommand.PING), i));
        }
        assertThat(count(west, IaxCommand.VNAK)).isEqualTo(1);
    }

    @Test
    void whatWasOverheardIsNoNewsTheSecondTime() {
        var call = up();
        east.speak(call, 3);
        net.run(SECOND);
        var news = west.news();
        IntStream.range(0, net.sent())
                .mapToObj(net::passage)
                .filter(p -> p.from().equals(east.address()))
                .filter(p -> (p.datagram().at(0) & 0x80) != 0)
                .forEach(p -> net.inject(p.from(), p.to(), p.datagram()));
        assertThat(west.news()).isEqualTo(news);
        assertThat(west.heard(CallEvent.Arrived.class)).hasSize(1);
    }

    @Test
    void aTokenThatWasOverheardOpensNoSecondCall() {
        up();
        var withToken =
                IntStream.range(0, net.sent())
                        .mapToObj(net::passage)
                        .filter(p -> p.from().equals(east.address()))
                        .filter(p -> p.datagram().at(10) == 6 && p.datagram().at(11) == 1)
                        .toList()
                        .getLast();
        net.run(5 * SECOND);
        net.inject(
                PeerAddress.ofIPv4(east.address().host(), 4570),
                west.address(),
                withToken.datagram());
        net.inject(withToken.from(), withToken.to(), withToken.datagram());
        assertThat(west.endpoint().liveCalls()).isEqualTo(1);
        assertThat(west.endpoint().counters().of(Oddity.FORGED_TOKEN)).isEqualTo(1);
    }

    @Test
    void aTokenNobodyAskedForIsLeftOut() {
        up();
        int requests = (int) count(east, IaxCommand.NEW);
        var own = sent(east).getLast();
        for (int i = 0; i < 3; i++) {
            var token = new CallTokenChallenge(Bytes.utf8("token" + i)).body();
            var forged =
                    new FullFrame(
                            own.destination(),
                            own.source(),
                            false,
                            9,
                            own.expected(),
                            own.sent(),
                            token);
            net.inject(west.address(), east.address(), Bytes.copyOf(forged.encode()));
        }
        net.run(SECOND);
        assertThat(count(east, IaxCommand.NEW)).isEqualTo(requests);
        assertThat(east.endpoint().counters().of(Oddity.OUT_OF_PLACE)).isEqualTo(3);
        assertThat(east.heard(CallEvent.Ended.class)).isEmpty();
    }

    @Test
    void aKeyForACallInClearSealsNothing() {
        up();
        fromEast(asEast(new RotateKey(Bytes.hex("00112233445566778899aabbccddeeff")).body(), 0));
        assertThat(west.endpoint().counters().of(Oddity.OUT_OF_PLACE)).isEqualTo(1);
    }

    @Test
    void aStampAnHourAwayCostsNothing() {
        var call = up();
        east.speak(call, 1);
        net.run(SECOND);
        for (int stamp : new int[] {0, 7_200_000, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            var next = asEast(new Voice(4, Bytes.copyOf(new byte[160])).body(), 0);
            fromEast(
                    new FullFrame(
                            next.source(),
                            next.destination(),
                            false,
                            stamp,
                            next.sent(),
                            next.expected(),
                            next.body()));
        }
        assertThat(west.heard(CallEvent.Heard.class)).hasSize(6);
        east.speak(call, 10);
        net.run(2 * SECOND);
        assertThat(west.heard(CallEvent.Heard.class)).hasSizeGreaterThanOrEqualTo(15);
    }

    /// One challenge of a call is signed once, and one host gets a hundred a second; more wait.
    @Test
    void signaturesOfOneHostArePaced() {
        var south = new Actor(net, Actor.at(4), TestKeys.ring(List.of(), List.of("east")), OPEN);
        for (int i = 0; i < 150; i++) {
            east.dial(south, Actor.key("east", "east"));
        }
        net.run(SECOND / 2);
        assertThat(count(east, IaxCommand.AUTHREP)).isEqualTo(100);
        assertThat(east.endpoint().counters().of(Oddity.TOO_MANY_SIGNATURES)).isEqualTo(50);
        net.run(2 * SECOND);
        assertThat(east.heard(CallEvent.Answered.class)).hasSize(150);
    }

    /// A burst that would wait for longer than anybody's patience is not kept in memory.
    @Test
    void aCallThatCannotWaitToBeSignedEnds() {
        var few = new Limits(2048, 9, 1000, SECOND, SECOND, 999, 999, 9, 9, 100, 20, 6);
        var config = Config.USUAL.withLimits(few);
        var ring = TestKeys.ring(List.of("east"), List.of());
        var north = new Actor(net, Actor.at(5), ring, Door.CLOSED, config);
        var south = new Actor(net, Actor.at(4), TestKeys.ring(List.of(), List.of("east")), OPEN);
        for (int i = 0; i < 150; i++) {
            north.dial(south, Actor.key("east", "east"));
        }
        net.run(3 * SECOND);
        assertThat(north.endpoint().counters().of(Oddity.TOO_MANY_WAITING_SIGNATURES))
                .isEqualTo(30);
        assertThat(north.heard(CallEvent.Ended.class))
                .hasSize(30)
                .extracting(Object::toString)
                .allMatch(words -> words.contains("to be signed than signaturequeue allows"));
        assertThat(north.heard(CallEvent.Answered.class)).hasSize(120);
    }
}
