package dev.keyline.iax.call;

import dev.keyline.iax.call.CallLeg.Dialled;
import dev.keyline.iax.call.CallLeg.Linked;
import dev.keyline.iax.call.CallLeg.Side;
import dev.keyline.iax.call.CallLeg.Undialled;
import dev.keyline.iax.message.Accept;
import dev.keyline.iax.message.Control;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.wire.Bytes;

/// The arrows of a call whose number comes later (RFC 5456 §6.8), at the called end.
final class Dialling {
    private Dialling() {}

    /// We accept a call and wait for its number.
    static Step await(MediaFormat format) {
        return Step.to(new Undialled(format)).say(new Accept(format.bit()));
    }

    /// They dial.
    static Step dialled(Undialled waiting, String number) {
        return Step.to(new Dialled(waiting.format())).tell(new CallEvent.Dialled(number));
    }

    /// What they dialled exists. ACCEPT was said long ago; as Asterisk does, PROGRESS tells them
    /// that it goes on, and the format stays the one agreed upon then.
    static Step taken(MediaFormat format) {
        return Step.to(new Linked(Side.CALLED, format))
                .say(new Control(Indication.PROGRESS, Bytes.EMPTY))
                .tell(new CallEvent.Established(format));
    }
}
