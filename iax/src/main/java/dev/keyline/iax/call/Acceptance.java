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

    /// They accept our call in a format, which must be one we offered (RFC 5456 §6.2.3).
    static Step heard(Accept yes, Circumstances here) {
        var format = MediaFormat.ofBit(yes.format());
        if (format == null || (format.bit() & here.capability()) == 0) {
            var why =
                    new Ending.Broken(
                            Cause.BEARER_NOT_AVAILABLE.code(),
                            "they accepted with a format that we did not offer");
            return Step.to(new Ended(why))
                    .say(new Reject("Unable to negotiate codec", Cause.BEARER_NOT_AVAILABLE.code()))
                    .tell(new CallEvent.Ended(why));
        }
        return Step.to(new Linked(Side.CALLER, format)).tell(new CallEvent.Accepted(format));
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
