package dev.keyline.iax.transfer;

import dev.keyline.iax.message.TransferAccept;
import dev.keyline.iax.message.TransferConnect;
import dev.keyline.iax.message.TransferMedia;
import dev.keyline.iax.message.TransferReady;
import dev.keyline.iax.message.TransferReject;
import dev.keyline.iax.message.TransferRelease;
import dev.keyline.iax.message.TransferRequest;
import dev.keyline.iax.transfer.Input.Heard;
import dev.keyline.iax.transfer.Input.HeardDirectly;
import dev.keyline.iax.transfer.Input.TimeUp;
import dev.keyline.iax.transfer.PartyLeg.Connecting;
import dev.keyline.iax.transfer.PartyLeg.MediaDirect;
import dev.keyline.iax.transfer.PartyLeg.Ready;
import dev.keyline.iax.transfer.PartyLeg.Settled;
import dev.keyline.iax.wire.CallNumber;

/// An end of RFC 5456 §6.5, one case per arrow. Whatever goes wrong, the call stays where it is:
/// the middle hears TXREJ and goes on as before.
public final class PartyFigure {
    /// Nanoseconds between two TXCNT, as in Asterisk.
    public static final long TRY_EVERY = 1_000_000_000L;

    /// TXCNT in all, as in Asterisk.
    public static final int TRIES = 4;

    /// Nanoseconds to wait for TXREL or TXMEDIA: longer than the middle may take to give up, so
    /// that we are still there when it says so.
    public static final long PATIENCE = 40_000_000_000L;

    private PartyFigure() {}

    private record At(PartyLeg leg, Input input) {}

    public static Step next(PartyLeg leg, Input input, PartySide here, CallNumber ours) {
        return switch (new At(leg, input)) {
            case At(MediaDirect _, Heard(TransferRequest _)) -> refuse(leg, "voice has moved");
            case At(_, Heard(TransferRequest request)) -> asked(leg, request, here);

            case At(Connecting c, HeardDirectly(TransferConnect(int id))) when id == c.to().id() ->
                    met(c);
            case At(Connecting c, HeardDirectly(TransferAccept yes)) when fits(yes, c.to()) ->
                    Step.to(new Ready(c.to()))
                            .with(new Act.Wait(PATIENCE))
                            .say(new TransferReady(ours.value()));
            case At(Connecting(var to, int left, boolean met), TimeUp _) when left > 0 ->
                    Step.to(new Connecting(to, left - 1, met))
                            .with(new Act.SayDirectly(to, new TransferConnect(to.id())))
                            .with(new Act.Wait(TRY_EVERY));
            case At(Connecting c, TimeUp _) ->
                    refuse(new Settled(), "no answer from " + c.to().address())
                            .with(new Act.StopListening());

            case At(Ready(var to), HeardDirectly(TransferConnect(int id))) when id == to.id() ->
                    accept(leg, to);
            case At(MediaDirect(var to), HeardDirectly(TransferConnect(int id)))
                    when id == to.id() ->
                    accept(leg, to);
            case At(Ready(var to), Heard(TransferRelease _)) -> release(to);
            case At(Ready(var to), Heard(TransferMedia _)) ->
                    Step.to(new MediaDirect(to))
                            .with(new Act.StopWaiting())
                            .with(new Act.SendVoice(to))
                            .tell(new TransferEvent.VoiceMoved(to.address()));
            case At(Ready _, TimeUp _) ->
                    refuse(new Settled(), "nobody let go").with(new Act.StopListening());

            case At(Connecting _, Heard(TransferReject(var cause, _))) -> calledOff(cause);
            case At(Ready _, Heard(TransferReject(var cause, _))) -> calledOff(cause);
            // its TXREQ is refused by now, or our TXREADY was answered twice
            case At(Settled _, Heard(TransferReject _)), At(_, TimeUp _) -> Step.to(leg);
            case At(_, HeardDirectly(TransferAccept _)) when !(leg instanceof Connecting) ->
                    Step.to(leg);
            case At(_, var stray) ->
                    Step.to(leg)
                            .with(
                                    new Act.Remark(
                                            stray.kind()
                                                    + " in state "
                                                    + leg.getClass().getSimpleName()));
        };
    }

    /// Asterisk's TXACC has no number of the transfer.
    private static boolean fits(TransferAccept yes, Target to) {
        var id = yes.transferId();
        return id == null || id == to.id();
    }

    /// Asterisk 11 asks twice, with another number of the transfer; the last counts.
    private static Step asked(PartyLeg leg, TransferRequest request, PartySide here) {
        var target = Target.of(request);
        if (target.isEmpty()) {
            return refuse(leg, "TXREQ names nobody");
        }
        var to = target.get();
        var objection = here.objection(to);
        if (objection.isPresent()) {
            var refused = refuse(new Settled(), objection.get());
            return leg instanceof Settled ? refused : refused.with(new Act.StopListening());
        }
        return Step.to(new Connecting(to, TRIES - 1, false))
                .with(new Act.Listen(to))
                .with(new Act.SayDirectly(to, new TransferConnect(to.id())))
                .with(new Act.Wait(TRY_EVERY));
    }

    /// The other end asks us. Perhaps our first TXCNT came before its TXREQ and went unheard.
    private static Step met(Connecting c) {
        var answered = accept(new Connecting(c.to(), c.left(), true), c.to());
        return c.met()
                ? answered
                : answered.with(new Act.SayDirectly(c.to(), new TransferConnect(c.to().id())));
    }

    private static Step accept(PartyLeg next, Target to) {
        return Step.to(next).with(new Act.SayDirectly(to, new TransferAccept(to.id())));
    }

    /// Who asks decides whether all moves or only voice: what `transfer=mediaonly` keeps is our
    /// place in the middle, not at an end.
    private static Step release(Target to) {
        return Step.to(new Settled())
                .with(new Act.StopWaiting())
                .with(new Act.Move(to))
                .tell(new TransferEvent.Moved(to.address()));
    }

    private static Step refuse(PartyLeg next, String why) {
        return Step.to(next)
                .with(new Act.StopWaiting())
                .say(new TransferReject("", 0))
                .tell(new TransferEvent.Refused(why));
    }

    private static Step calledOff(String cause) {
        return Step.to(new Settled())
                .with(new Act.StopWaiting())
                .with(new Act.StopListening())
                .tell(
                        new TransferEvent.Refused(
                                cause.isEmpty() ? "the other end would not" : cause));
    }
}
