package dev.keyline.iax.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.Arrow;
import dev.keyline.iax.message.ApparentAddress;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.TransferAccept;
import dev.keyline.iax.message.TransferConnect;
import dev.keyline.iax.message.TransferMedia;
import dev.keyline.iax.message.TransferReady;
import dev.keyline.iax.message.TransferReject;
import dev.keyline.iax.message.TransferRelease;
import dev.keyline.iax.message.TransferRequest;
import dev.keyline.iax.transfer.BrokerLeg.Side;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.PeerAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One test for each arrow of both figures.
public class TransferArrowsTest {
    private static final PeerAddress MIDDLE = PeerAddress.ofIPv4("192.0.2.1", 4569);
    private static final PeerAddress THERE = PeerAddress.ofIPv4("192.0.2.2", 4570);
    private static final Target TO = new Target(THERE, new CallNumber(77), 1234);
    private static final TransferRequest TXREQ =
            new TransferRequest(new ApparentAddress(THERE.ip(), THERE.port()), 77, 1234);
    private static final TransferConnect TXCNT = new TransferConnect(1234);
    private static final TransferAccept TXACC = new TransferAccept((Integer) null);
    private static final TransferReject TXREJ = new TransferReject("", 0);
    private static final PartyLeg SETTLED = new PartyLeg.Settled();
    private static final PartyLeg CONNECTING = new PartyLeg.Connecting(TO, 3, false);
    private static final PartyLeg READY = new PartyLeg.Ready(TO);

    private static PartySide side(TransferRule rule) {
        return new PartySide(MIDDLE, rule, false, true, false, _ -> true);
    }

    private static Step next(PartyLeg leg, Input input, PartySide here) {
        return PartyFigure.next(leg, input, here, new CallNumber(5));
    }

    private static Step heard(PartyLeg leg, Message message) {
        return next(leg, new Input.Heard(message), side(TransferRule.YES));
    }

    private static Step directly(PartyLeg leg, Message message) {
        return next(leg, new Input.HeardDirectly(message), side(TransferRule.YES));
    }

    private static Step timeUp(PartyLeg leg) {
        return next(leg, new Input.TimeUp(), side(TransferRule.YES));
    }

    private static void assertStays(Step step, PartyLeg leg) {
        assertThat(step.next()).isEqualTo(leg);
        assertThat(step.acts()).allMatch(Act.Remark.class::isInstance);
    }

    @Test
    @Arrow("Settled: TXREQ")
    void settledAskedTries() {
        var step = heard(SETTLED, TXREQ);
        assertThat(step.next()).isEqualTo(CONNECTING);
        assertThat(step.acts())
                .containsExactly(
                        new Act.Listen(TO),
                        new Act.SayDirectly(TO, TXCNT),
                        new Act.Wait(PartyFigure.TRY_EVERY));
    }

    @Test
    void whatMayNotBeIsRefused() {
        var objections =
                List.of(
                        side(TransferRule.NO),
                        new PartySide(MIDDLE, TransferRule.YES, true, true, false, _ -> true),
                        new PartySide(MIDDLE, TransferRule.YES, false, false, false, _ -> true),
                        new PartySide(MIDDLE, TransferRule.YES, false, true, true, _ -> true),
                        new PartySide(MIDDLE, TransferRule.YES, false, true, false, _ -> false));
        for (var here : objections) {
            var step = next(SETTLED, new Input.Heard(TXREQ), here);
            assertThat(step.next()).isEqualTo(SETTLED);
            assertThat(step.acts()).contains(new Act.Say(TXREJ));
            assertThat(step.acts()).noneMatch(Act.SayDirectly.class::isInstance);
        }
        assertThat(heard(SETTLED, new TransferRequest(ApparentAddress.NONE, 77, 1)).acts())
                .contains(new Act.Say(TXREJ));
        assertThat(heard(SETTLED, new TransferRequest(TXREQ.address(), 0, 1)).acts())
                .contains(new Act.Say(TXREJ));
    }

    @Test
    @Arrow("Ready: TXREQ")
    void connectingAskedAgainBeginsAnew() {
        var again = new TransferRequest(TXREQ.address(), 77, 99);
        for (var leg : List.of(CONNECTING, READY)) {
            assertThat(heard(leg, again).next().target().orElseThrow().id()).isEqualTo(99);
        }
    }

    @Test
    void connectingHearsTheOtherEnd() {
        var step = directly(CONNECTING, TXCNT);
        assertThat(step.next()).isEqualTo(new PartyLeg.Connecting(TO, 3, true));
        assertThat(step.acts())
                .containsExactly(
                        new Act.SayDirectly(TO, new TransferAccept(1234)),
                        new Act.SayDirectly(TO, TXCNT));
        assertThat(directly(step.next(), TXCNT).acts()).hasSize(1);
        assertStays(directly(CONNECTING, new TransferConnect(1)), CONNECTING);
        assertStays(directly(CONNECTING, new TransferAccept(1)), CONNECTING);
    }

    @Test
    @Arrow("Connecting: TXACC directly")
    void connectingHeardIsReady() {
        var step = directly(CONNECTING, TXACC);
        assertThat(step.next()).isEqualTo(READY);
        assertThat(step.acts()).contains(new Act.Say(new TransferReady(5)));
    }

    @Test
    @Arrow("Connecting: time is up")
    void connectingTriesAndGivesUp() {
        assertThat(timeUp(CONNECTING).acts()).contains(new Act.SayDirectly(TO, TXCNT));
        var last = timeUp(new PartyLeg.Connecting(TO, 0, false));
        assertThat(last.next()).isEqualTo(SETTLED);
        assertThat(last.acts()).contains(new Act.Say(TXREJ), new Act.StopListening());
    }

    @Test
    @Arrow("Ready: TXREL")
    void readyReleasedMoves() {
        var step = heard(READY, new TransferRelease(77));
        assertThat(step.next()).isEqualTo(SETTLED);
        assertThat(step.acts())
                .contains(new Act.Move(TO), new Act.Tell(new TransferEvent.Moved(THERE)));
        assertStays(heard(CONNECTING, new TransferRelease(77)), CONNECTING);
        assertStays(heard(SETTLED, new TransferRelease(77)), SETTLED);
    }

    @Test
    @Arrow("Ready: TXMEDIA")
    void readyForMediaSendsVoice() {
        var step = heard(READY, new TransferMedia(77));
        assertThat(step.next()).isEqualTo(new PartyLeg.MediaDirect(TO));
        assertThat(step.acts()).contains(new Act.SendVoice(TO));
        assertThat(directly(step.next(), TXCNT).acts()).hasSize(1);
        assertThat(heard(step.next(), TXREQ).acts()).contains(new Act.Say(TXREJ));
    }

    @Test
    @Arrow("Ready: time is up")
    void readyAnswersAgainAndGivesUp() {
        assertThat(directly(READY, TXCNT).acts())
                .containsExactly(new Act.SayDirectly(TO, new TransferAccept(1234)));
        assertStays(directly(READY, TXACC), READY);
        assertThat(timeUp(READY).next()).isEqualTo(SETTLED);
        assertThat(timeUp(READY).acts()).contains(new Act.Say(TXREJ), new Act.StopListening());
    }

    @Test
    @Arrow({"Connecting: TXREJ", "Ready: TXREJ"})
    void calledOff() {
        for (var leg : List.of(CONNECTING, READY)) {
            assertThat(heard(leg, TXREJ).next()).isEqualTo(SETTLED);
            assertThat(heard(leg, TXREJ).acts()).contains(new Act.StopListening());
        }
        assertStays(heard(SETTLED, TXREJ), SETTLED);
    }

    private static final Pair PAIR = pair(TransferRule.YES);

    private static Pair pair(TransferRule rule) {
        return new Pair(
                new Pair.End(MIDDLE, new CallNumber(11)),
                new Pair.End(THERE, new CallNumber(22)),
                rule,
                9);
    }

    private static BrokerStep broker(BrokerLeg leg, Side from, Message message) {
        return BrokerFigure.next(leg, new BrokerInput.Heard(from, message), PAIR);
    }

    @Test
    void bothEndsAreAskedForEachOther() {
        assertThat(BrokerFigure.ask(PAIR).acts())
                .containsExactly(
                        new BrokerStep.Act.Say(
                                Side.ONE,
                                new TransferRequest(new ApparentAddress(THERE.ip(), 4570), 22, 9)),
                        new BrokerStep.Act.Say(
                                Side.TWO,
                                new TransferRequest(
                                        new ApparentAddress(MIDDLE.ip(), 4569), 11, 9)));
    }

    @Test
    @Arrow({"Asked: TXREADY", "HalfReady: TXREADY"})
    void whenBothAreReadyTheyAreLetGo() {
        var half = broker(new BrokerLeg.Asked(), Side.TWO, new TransferReady(1));
        assertThat(half.next()).isEqualTo(new BrokerLeg.HalfReady(Side.TWO));
        assertThat(broker(half.next(), Side.TWO, new TransferReady(1)).next())
                .isEqualTo(half.next());
        var all = broker(half.next(), Side.ONE, new TransferReady(1));
        assertThat(all.next()).isEqualTo(new BrokerLeg.Released());
        assertThat(all.acts())
                .containsExactly(
                        new BrokerStep.Act.Say(Side.ONE, new TransferRelease(22)),
                        new BrokerStep.Act.Say(Side.TWO, new TransferRelease(11)),
                        new BrokerStep.Act.Leave());
        var voice =
                BrokerFigure.next(
                        half.next(),
                        new BrokerInput.Heard(Side.ONE, new TransferReady(1)),
                        pair(TransferRule.MEDIA_ONLY));
        assertThat(voice.next()).isEqualTo(new BrokerLeg.VoiceReleased());
        assertThat(voice.acts()).contains(new BrokerStep.Act.Say(Side.ONE, new TransferMedia(22)));
    }

    @Test
    @Arrow({
        "Asked: TXREJ",
        "HalfReady: TXREJ",
        "*: an end is gone",
        "Asked: time is up",
        "HalfReady: time is up"
    })
    void aRefusalATooLongWaitAndAnEndCallItOff() {
        for (var leg : List.of(new BrokerLeg.Asked(), new BrokerLeg.HalfReady(Side.ONE))) {
            var refused = broker(leg, Side.TWO, TXREJ);
            assertThat(refused.next()).isEqualTo(new BrokerLeg.CalledOff());
            assertThat(refused.acts()).contains(new BrokerStep.Act.Say(Side.ONE, TXREJ));
            var late = BrokerFigure.next(leg, new BrokerInput.TimeUp(), PAIR);
            assertThat(late.next()).isEqualTo(new BrokerLeg.CalledOff());
            assertThat(late.acts())
                    .contains(
                            new BrokerStep.Act.Say(Side.ONE, TXREJ),
                            new BrokerStep.Act.Say(Side.TWO, TXREJ));
            var gone = BrokerFigure.next(leg, new BrokerInput.Gone(Side.ONE), PAIR);
            assertThat(gone.next()).isEqualTo(new BrokerLeg.CalledOff());
            assertThat(gone.acts())
                    .contains(new BrokerStep.Act.Say(Side.TWO, TXREJ))
                    .doesNotContain(new BrokerStep.Act.Say(Side.ONE, TXREJ));
        }
        assertThat(broker(new BrokerLeg.Released(), Side.ONE, TXREJ).next())
                .isEqualTo(new BrokerLeg.Released());
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.1, 198.51.100.1, true",
        "203.0.113.1, 10.0.0.1, false",
        "203.0.113.1, 172.16.0.1, false",
        "203.0.113.1, 172.32.0.1, true",
        "203.0.113.1, 192.168.1.1, false",
        "203.0.113.1, 100.64.0.1, false",
        "203.0.113.1, 127.0.0.1, false",
        "203.0.113.1, 169.254.1.1, false",
        "203.0.113.1, 224.0.0.1, false",
        "203.0.113.1, 255.255.255.255, false",
        "203.0.113.1, 0.0.0.0, false",
        "10.0.0.1, 192.168.1.1, true",
        "10.0.0.1, 127.0.0.1, false",
        "10.0.0.1, 203.0.113.1, true",
        "127.0.0.1, 127.0.0.2, true",
        "127.0.0.1, 10.0.0.1, false",
        "127.0.0.1, 127.0.0.1, false"
    })
    void whoMayBeNamedByWhom(String peer, String target, boolean allowed) {
        assertThat(
                        Reach.objection(
                                        PeerAddress.ofIPv4(peer, 4569),
                                        PeerAddress.ofIPv4(target, 4569))
                                .isEmpty())
                .isEqualTo(allowed);
    }
}
