package dev.keyline.iax.endpoint;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.TransferReady;
import dev.keyline.iax.message.TransferReject;
import dev.keyline.iax.message.TransferRelease;
import dev.keyline.iax.transfer.Act;
import dev.keyline.iax.transfer.Input;
import dev.keyline.iax.transfer.PartyFigure;
import dev.keyline.iax.transfer.PartyLeg;
import dev.keyline.iax.transfer.PartySide;
import dev.keyline.iax.transfer.Step;
import dev.keyline.iax.transfer.Target;
import dev.keyline.iax.transfer.TransferRule;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.iax.wire.SeqNo;
import java.util.Optional;

/// One call and the transfers it takes part in: as an end, or as one of two that meet here.
final class Handover {
    private static final long MINUTE = 60_000_000_000L;

    private final Conversation call;
    private final Detours detours;
    private final Allowance requests;
    private TransferRule rule = TransferRule.NO;
    private PartyLeg leg = new PartyLeg.Settled();
    private Optional<Mediation> mediation = Optional.empty();
    private long due = Long.MAX_VALUE;

    /// @param mostRequests TXREQ taken up in a minute
    Handover(Conversation call, Detours detours, int mostRequests) {
        this.call = call;
        this.detours = detours;
        this.requests = new Allowance(mostRequests, MINUTE);
    }

    /// Whether the peer may move this call.
    void rule(TransferRule allowed) {
        rule = allowed;
    }

    /// Whether we could ask the peer to go elsewhere.
    boolean isMovable() {
        return call.leg().isAccepted()
                && !call.seal().isOn()
                && leg instanceof PartyLeg.Settled
                && mediation.filter(Mediation::isUnderWay).isEmpty();
    }

    void mediated(Mediation by) {
        mediation = Optional.of(by);
    }

    /// A message of a transfer on the call itself.
    void heard(Message message, FullFrame frame, long now) {
        if (call.isEnded()) {
            return;
        }
        var middle = mediation.filter(Mediation::isUnderWay);
        if (message instanceof TransferReady
                || (message instanceof TransferReject && middle.isPresent())) {
            middle.ifPresentOrElse(
                    m -> m.heard(call, message, now),
                    () -> call.note(Oddity.OUT_OF_PLACE, "TXREADY without TXREQ"));
            return;
        }
        if (message instanceof TransferRelease) {
            call.post().acknowledge(frame); // by the old path, which is gone after it
        }
        move(new Input.Heard(message), now);
    }

    /// A full frame under our number from elsewhere. Only the other end may say something, and only
    /// whether it hears us: until the call has moved everything else comes by the middle.
    void overheard(PeerAddress from, FullFrame frame, long now) throws MalformedFrame {
        var known = leg.target().filter(to -> isOf(to, from, frame));
        if (known.isEmpty() || call.isEnded()) {
            call.note(Oddity.WRONG_NUMBER, "from " + from + ", during a transfer");
        } else {
            var message = Message.read(frame.body());
            if (Housekeeping.isHandshake(message)) {
                move(new Input.HeardDirectly(message), now);
            }
        }
    }

    private static boolean isOf(Target to, PeerAddress from, FullFrame frame) {
        return to.address().equals(from) && to.number().equals(frame.source());
    }

    /// Where mini frames go.
    PeerAddress minisTo() {
        return leg instanceof PartyLeg.MediaDirect(var to) ? to.address() : call.peer();
    }

    /// The call is over.
    void over(long now) {
        mediation.ifPresent(m -> m.gone(call, now));
    }

    void beat(long now) {
        mediation.ifPresent(m -> m.beat(now));
        if (due <= now) {
            due = Long.MAX_VALUE;
            move(new Input.TimeUp(), now);
        }
    }

    /// When [#beat] has something to do next.
    long next() {
        return mediation.isEmpty() ? due : Math.min(due, mediation.get().next());
    }

    private void move(Input input, long now) {
        carryOut(PartyFigure.next(leg, input, side(input, now), call.ours()), now);
    }

    private PartySide side(Input input, long now) {
        boolean weary = input instanceof Input.Heard(var message) && isOneTooMany(message, now);
        return new PartySide(
                call.peer(),
                rule,
                call.seal().isOn(),
                call.leg().isAccepted() && mediation.filter(Mediation::isUnderWay).isEmpty(),
                weary,
                to -> detours.isPossible(call, to));
    }

    private boolean isOneTooMany(Message message, long now) {
        if (!Housekeeping.asksForTransfer(message) || requests.allows(now)) {
            return false;
        }
        call.note(Oddity.TOO_MANY_TRANSFERS, "");
        return true;
    }

    private void carryOut(Step step, long now) {
        leg = step.next();
        for (var act : step.acts()) {
            switch (act) {
                case Act.Say(var message) -> call.say(message, now);
                case Act.SayDirectly(var to, var message) ->
                        detours.send(to.address(), frame(to, message, now).encode());
                case Act.Listen(var to) -> detours.listen(call, to);
                case Act.StopListening _ -> detours.stopListening(call);
                case Act.Move(var to) -> call.moveTo(to, now);
                case Act.SendVoice(var to) -> detours.hearVoice(call, to);
                case Act.Wait(long nanos) -> due = now + nanos;
                case Act.StopWaiting _ -> due = Long.MAX_VALUE;
                case Act.Tell(var event) -> call.office().tell(call, new CallEvent.Rerouted(event));
                case Act.Remark(var what) -> call.note(Oddity.OUT_OF_PLACE, what);
            }
        }
        call.mouth().send(minisTo(), leg instanceof PartyLeg.MediaDirect);
    }

    /// On the direct path nothing is numbered yet.
    private FullFrame frame(Target to, Message message, long now) {
        return new FullFrame(
                call.ours(),
                to.number(),
                false,
                call.post().elapsed(now),
                SeqNo.ZERO,
                SeqNo.ZERO,
                message.body());
    }
}
