package dev.keyline.iax.call;

import dev.keyline.iax.call.CallLeg.Challenged;
import dev.keyline.iax.call.CallLeg.Confirming;
import dev.keyline.iax.call.CallLeg.Dialled;
import dev.keyline.iax.call.CallLeg.Ended;
import dev.keyline.iax.call.CallLeg.Linked;
import dev.keyline.iax.call.CallLeg.Offered;
import dev.keyline.iax.call.CallLeg.Proving;
import dev.keyline.iax.call.CallLeg.Side;
import dev.keyline.iax.call.CallLeg.Signing;
import dev.keyline.iax.call.CallLeg.TurningAway;
import dev.keyline.iax.call.CallLeg.Undialled;
import dev.keyline.iax.call.CallLeg.Up;
import dev.keyline.iax.call.CallLeg.Waiting;
import dev.keyline.iax.call.Input.Confirmed;
import dev.keyline.iax.call.Input.CouldNotSign;
import dev.keyline.iax.call.Input.Heard;
import dev.keyline.iax.call.Input.Signed;
import dev.keyline.iax.call.Input.TimeUp;
import dev.keyline.iax.call.Input.Told;
import dev.keyline.iax.call.Input.Undecipherable;
import dev.keyline.iax.call.Input.Unreachable;
import dev.keyline.iax.message.Accept;
import dev.keyline.iax.message.AuthReply;
import dev.keyline.iax.message.AuthRequest;
import dev.keyline.iax.message.Control;
import dev.keyline.iax.message.Dial;
import dev.keyline.iax.message.DialplanReply;
import dev.keyline.iax.message.DialplanRequest;
import dev.keyline.iax.message.Digit;
import dev.keyline.iax.message.Hangup;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.Reject;
import dev.keyline.iax.message.Text;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;

/// The RFC's figures (RFC 5456 §6.2.1): one case per arrow. An arrow that is not here does not
/// exist; what does not fit is remarked upon and changes nothing, because a stray message must not
/// break a call.
public final class CallFigure {
    private CallFigure() {}

    /// The arrow of INVAL: they do not know this call.
    public static Step forgotten(CallLeg leg, Circumstances here) {
        return leg instanceof Challenged asked
                ? Proof.unanswered(asked, new Ending.Forgotten(), here)
                : Farewell.forgotten();
    }

    /// The arrow of a fault of our own.
    public static Step broke() {
        return Farewell.broke();
    }

    /// The arrow of a transfer: the peer goes on with somebody else, and we are not needed.
    public static Step transferred(PeerAddress to) {
        return Farewell.transferred(to);
    }

    private record At(CallLeg leg, Input input) {}

    public static Step next(CallLeg leg, Input input, Circumstances here) {
        return switch (new At(leg, input)) {
            case At(Ended _, _) -> Step.to(leg);

            case At(Waiting _, Heard(AuthRequest ask)) -> Proof.give(leg, ask, here);
            case At(Signing(var ask), Signed(var base64)) -> Proof.signed(ask, base64);
            case At(Signing _, CouldNotSign(var why)) -> Farewell.cannotAnswer(why);
            case At(Waiting _, Heard(Accept yes)) -> Acceptance.heard(yes, false, here);
            case At(Proving(boolean encrypted), Heard(Accept yes)) ->
                    Acceptance.heard(yes, encrypted, here);
            case At(Signing _, Undecipherable _) -> Sealing.unreadable();
            case At(Proving _, Undecipherable _) -> Sealing.unreadable();
            case At(Challenged c, Undecipherable _) -> Sealing.unreadable(c, here);

            case At(Challenged c, Heard(AuthReply reply)) -> Proof.check(c, reply, here);
            case At(Challenged c, TimeUp _) -> Proof.tooLate(c, here);
            case At(Challenged c, Unreachable _) ->
                    Proof.unanswered(c, new Ending.Vanished(), here);
            case At(Challenged c, Heard(Hangup(var text, int code))) ->
                    Proof.gaveUp(c, Farewell.theyLeft(code, text), text, here);
            case At(Challenged c, Heard(Reject(var text, int code))) ->
                    Proof.gaveUp(c, Farewell.theyRefused(leg, code, text), text, here);
            case At(TurningAway _, TimeUp _) ->
                    Farewell.refuse(Cause.FACILITY_NOT_SUBSCRIBED, "No authority found");
            case At(Offered o, Told(Command.Accept(var format))) -> Acceptance.said(o, format);
            case At(Offered _, Told(Command.Await(var format))) -> Dialling.await(format);
            case At(Offered _, Told(Command.Refuse(var cause, var text))) ->
                    Farewell.refuse(cause, text);
            case At(Offered _, Told(Command.Finish(int code))) -> Farewell.refuse(code, "");
            case At(Undialled _, Heard(DialplanRequest(var number))) ->
                    Step.to(leg).tell(new CallEvent.Asked(number));
            case At(Undialled _, Told(Command.Reply(var reply))) -> Step.to(leg).say(reply);
            case At(Undialled u, Heard(Dial(var number))) -> Dialling.dialled(u, number);
            case At(Dialled(var format), Told(Command.Accept _)) -> Dialling.taken(format);
            case At(Dialled _, Told(Command.Refuse(var cause, var text))) ->
                    Farewell.refuse(cause, text);
            case At(Dialled _, Told(Command.Finish(int code))) -> Farewell.refuse(code, "");
            case At(Confirming(var format), Confirmed _) ->
                    Step.to(new Linked(Side.CALLED, format))
                            .tell(new CallEvent.Established(format));
            case At(Linked(var side, var format), Told(Command.Answer _))
                    when side == Side.CALLED ->
                    Step.to(new Up(format)).say(new Control(Indication.ANSWER, Bytes.EMPTY));

            case At(Linked(var side, _), Told(Command.Ask(var number))) when side == Side.CALLER ->
                    Step.to(leg).say(new DialplanRequest(number));
            case At(Linked(var side, _), Heard(DialplanReply reply)) when side == Side.CALLER ->
                    Step.to(leg).tell(new CallEvent.Replied(reply));
            case At(Linked(var side, _), Told(Command.Dial(var number))) when side == Side.CALLER ->
                    Step.to(leg).say(new Dial(number));

            case At(Linked(var side, var format), Heard(Control(var what, _)))
                    when side == Side.CALLER && what == Indication.ANSWER ->
                    Step.to(new Up(format)).tell(new CallEvent.Answered());
            case At(_, Heard(Control(var what, _)))
                    when what == Indication.HANGUP && leg.isAccepted() ->
                    Farewell.theyLeft(0, "").say(new Hangup("", Cause.NORMAL.code()));
            case At(_, Heard(Control(var what, var data))) when leg.isAccepted() ->
                    Step.to(leg).tell(new CallEvent.Indicated(what, data));
            case At(_, Heard(Digit(char digit, boolean begin))) when leg.isAccepted() ->
                    Step.to(leg).tell(new CallEvent.Pressed(digit, begin));
            case At(_, Heard(Text(var text))) when leg.isAccepted() ->
                    Step.to(leg).tell(new CallEvent.Wrote(text));
            case At(_, Told(Command.Indicate(var what, var data))) when leg.isAccepted() ->
                    Step.to(leg).say(new Control(what, data));
            case At(_, Told(Command.Press(char digit, boolean begin))) when leg.isAccepted() ->
                    Step.to(leg).say(new Digit(digit, begin));
            case At(_, Told(Command.Write(var text))) when leg.isAccepted() ->
                    Step.to(leg).say(new Text(text));
            case At(_, Told(Command.Carry(var message))) when leg.isAccepted() ->
                    Step.to(leg).say(message);

            case At(_, Heard(Reject(var text, int code))) -> Farewell.theyRefused(leg, code, text);
            case At(_, Heard(Hangup(var text, int code))) -> Farewell.theyLeft(code, text);
            case At(_, Told(Command.Finish(int code))) -> Farewell.weLeave(code);
            case At(_, Unreachable _) -> Farewell.vanished();

            case At(_, Heard(var message)) when leg.isAccepted() && Carriage.carries(message) ->
                    Step.to(leg).tell(new CallEvent.Carried(message));
            case At(_, Confirmed _), At(_, TimeUp _) -> Step.to(leg);
            case At(_, var stray) ->
                    Step.to(leg)
                            .remark(stray.kind() + " in state " + leg.getClass().getSimpleName());
        };
    }
}
