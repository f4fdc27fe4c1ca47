package dev.keyline.iax.transfer;

import dev.keyline.iax.message.ApparentAddress;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.TransferAccept;
import dev.keyline.iax.message.TransferConnect;
import dev.keyline.iax.message.TransferMedia;
import dev.keyline.iax.message.TransferReady;
import dev.keyline.iax.message.TransferReject;
import dev.keyline.iax.message.TransferRelease;
import dev.keyline.iax.message.TransferRequest;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.PeerAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Both figures of a transfer as arrows for a drawing: every state is given every input, and what
/// moves is written down.
public final class TransferFigures {
    private static final PeerAddress MIDDLE = PeerAddress.ofIPv4("192.0.2.1", 4569);
    private static final PeerAddress THERE = PeerAddress.ofIPv4("192.0.2.2", 4570);
    private static final Target TO = new Target(THERE, new CallNumber(77), 1234);
    private static final TransferRequest TXREQ =
            new TransferRequest(new ApparentAddress(THERE.ip(), THERE.port()), 77, 1234);

    private TransferFigures() {}

    private static Map<String, Input> partyInputs() {
        return new TreeMap<>(
                Map.of(
                        "TXREQ", new Input.Heard(TXREQ),
                        "TXREL", new Input.Heard(new TransferRelease(77)),
                        "TXMEDIA", new Input.Heard(new TransferMedia(77)),
                        "TXREJ", new Input.Heard(new TransferReject("", 0)),
                        "TXCNT directly", new Input.HeardDirectly(new TransferConnect(1234)),
                        "TXACC directly",
                                new Input.HeardDirectly(new TransferAccept((Integer) null)),
                        "time is up", new Input.TimeUp()));
    }

    /// The end that is asked to talk to somebody else. It asks more than once before it gives up.
    public static Set<String> party() {
        var side = new PartySide(MIDDLE, TransferRule.YES, false, true, false, _ -> true);
        var arrows = new TreeSet<String>();
        for (var leg :
                List.<PartyLeg>of(
                        new PartyLeg.Settled(),
                        new PartyLeg.Connecting(TO, 0, false),
                        new PartyLeg.Ready(TO),
                        new PartyLeg.MediaDirect(TO))) {
            partyInputs()
                    .forEach(
                            (name, input) -> {
                                var step = PartyFigure.next(leg, input, side, new CallNumber(5));
                                var said = said(step.acts());
                                draw(leg, name, said, step.next(), arrows);
                            });
        }
        return arrows;
    }

    private static List<String> said(List<Act> acts) {
        return acts.stream()
                .<String>mapMulti(
                        (act, add) -> {
                            switch (act) {
                                case Act.Say(var message) -> add.accept(name(message));
                                case Act.SayDirectly(_, var message) ->
                                        add.accept(name(message) + " directly");
                                default -> {}
                            }
                        })
                .toList();
    }

    /// The middle, by both rules.
    public static Set<String> broker() {
        var arrows = new TreeSet<String>();
        for (var rule : List.of(TransferRule.YES, TransferRule.MEDIA_ONLY)) {
            var end = new Pair.End(THERE, new CallNumber(77));
            var pair = new Pair(end, new Pair.End(MIDDLE, new CallNumber(78)), rule, 1234);
            for (var leg :
                    List.of(
                            new BrokerLeg.Asked(),
                            new BrokerLeg.HalfReady(BrokerLeg.Side.ONE),
                            new BrokerLeg.Released(),
                            new BrokerLeg.VoiceReleased(),
                            new BrokerLeg.CalledOff())) {
                brokerInputs()
                        .forEach(
                                (name, input) -> {
                                    var step = BrokerFigure.next(leg, input, pair);
                                    draw(leg, name, told(step), step.next(), arrows);
                                });
            }
        }
        return arrows;
    }

    private static Map<String, BrokerInput> brokerInputs() {
        var two = BrokerLeg.Side.TWO;
        return new TreeMap<>(
                Map.of(
                        "TXREADY", new BrokerInput.Heard(two, new TransferReady(77)),
                        "TXREJ", new BrokerInput.Heard(two, new TransferReject("", 0)),
                        "an end is gone", new BrokerInput.Gone(two),
                        "time is up", new BrokerInput.TimeUp()));
    }

    private static List<String> told(BrokerStep step) {
        return step.acts().stream()
                .filter(BrokerStep.Act.Say.class::isInstance)
                .map(act -> name(((BrokerStep.Act.Say) act).message()))
                .distinct()
                .toList();
    }

    private static String name(Message message) {
        return message.getClass().getSimpleName();
    }

    private static void draw(
            Object from, String input, List<String> said, Object to, Set<String> arrows) {
        var one = from.getClass().getSimpleName();
        var other = to.getClass().getSimpleName();
        if (!one.equals(other)) {
            var words = said.isEmpty() ? input : input + " / " + String.join(", ", said);
            arrows.add("    " + one + " --> " + other + ": " + words);
        }
    }
}
