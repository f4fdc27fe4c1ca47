package dev.keyline.iax.call;

import dev.keyline.iax.call.CallLeg.Confirming;
import dev.keyline.iax.call.CallLeg.Ended;
import dev.keyline.iax.call.CallLeg.Linked;
import dev.keyline.iax.call.CallLeg.Offered;
import dev.keyline.iax.call.CallLeg.Side;
import dev.keyline.iax.message.Accept;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.Reject;

/// The arrows of ACCEPT, at both ends.
final class Acceptance {
    private Acceptance() {}

    /// They accept our call in a format, which must be one we offered (RFC 5456 §6.2.3). One who
    /// names none has taken the one we asked for, as Asterisk reads it.
    ///
    /// @param encrypted whether they asked for a proof and encryption. Asterisk takes an ACCEPT
    ///   without any question in clear although encryption is forced; that hole is closed here
    static Step heard(Accept yes, boolean encrypted, Circumstances here) {
        if (here.encryption().forced() && !encrypted) {
            return refuse(
                    "Call is not encrypted",
                    "they accepted without encrypting the call, and forceencryption=yes");
        }
        var offer = here.offer();
        var format = MediaFormat.ofBit(yes.format() == 0 ? offer.format() : yes.format());
        if (format == null || !format.isAudio() || !format.isIn(offer.capability())) {
            return refuse(
                    "Unable to negotiate codec",
                    "they accepted with a format that we did not offer");
        }
        return Step.to(new Linked(Side.CALLER, format))
                .tell(new CallEvent.Accepted(format, encrypted));
    }

    private static Step refuse(String said, String meant) {
        var why = new Ending.Broken(Cause.BEARER_NOT_AVAILABLE.code(), meant);
        return Step.to(new Ended(why))
                .say(new Reject(said, Cause.BEARER_NOT_AVAILABLE.code()))
                .tell(new CallEvent.Ended(why));
    }

    /// We accept theirs. A caller who proved who they are, or whose address a call token has
    /// confirmed, is served at once.
    static Step said(Offered offered, MediaFormat format) {
        var accept = new Accept(format.bit());
        return offered.confirmed()
                ? Step.to(new Linked(Side.CALLED, format))
                        .say(accept)
                        .tell(new CallEvent.Established(format))
                : Step.to(new Confirming(format)).say(accept);
    }
}
