package dev.keyline.iax.call;

import dev.keyline.iax.call.CallLeg.Ended;
import dev.keyline.iax.message.Hangup;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.Reject;
import dev.keyline.iax.wire.PeerAddress;

/// The arrows that lead out of a call.
final class Farewell {
    private Farewell() {}

    static Step theyLeft(int code, String text) {
        return silently(new Ending.TheyHungUp(code, text));
    }

    /// REJECT answers a NEW. After ACCEPT it is out of place and taken for a HANGUP.
    static Step theyRefused(CallLeg leg, int code, String text) {
        return leg.isAccepted()
                ? theyLeft(code, text)
                : silently(new Ending.TheyRefused(code, text));
    }

    static Step vanished() {
        return silently(new Ending.Vanished());
    }

    static Step forgotten() {
        return silently(new Ending.Forgotten());
    }

    static Step broke() {
        return silently(
                new Ending.Broken(
                        Cause.TEMPORARY_FAILURE.code(), "a fault in Keyline ended the call"));
    }

    static Step transferred(PeerAddress to) {
        return silently(new Ending.Transferred(to));
    }

    static Step weLeave(int code) {
        return saying(new Hangup("", code), new Ending.WeHungUp(code));
    }

    static Step refuse(Cause cause, String text) {
        return refuse(cause.code(), text);
    }

    static Step refuse(int code, String text) {
        return saying(new Reject(text, code), new Ending.WeRefused(code, text));
    }

    /// Asterisk also hangs up when it cannot answer a challenge, with cause 0: the other side
    /// learns no more.
    static Step cannotAnswer(String why) {
        return saying(new Hangup("", 0), new Ending.CannotAnswer(why));
    }

    private static Step saying(Message message, Ending why) {
        return Step.to(new Ended(why)).say(message).tell(new CallEvent.Ended(why));
    }

    private static Step silently(Ending why) {
        return Step.to(new Ended(why)).tell(new CallEvent.Ended(why));
    }
}
