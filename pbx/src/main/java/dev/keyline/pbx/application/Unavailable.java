package dev.keyline.pbx.application;

import dev.keyline.audio.tone.Cadence;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.message.Indication;

/// `Busy([seconds])` and `Congestion([seconds])`: tell the caller, wait that long or for ever, and
/// hang up. Whoever has been answered cannot be told any more and hears the tone.
record Unavailable(String name, Indication indication, Cadence tone, Cause cause)
        implements Application {
    static final Unavailable BUSY =
            new Unavailable("Busy", Indication.BUSY, Cadence.BUSY, Cause.USER_BUSY);
    static final Unavailable CONGESTION =
            new Unavailable(
                    "Congestion", Indication.CONGESTION, Cadence.CONGESTION, Cause.CONGESTION);

    @Override
    public Move begin(Errand errand, long now) {
        var channel = errand.channel();
        channel.indicate(indication, now);
        var end = new Move.HangUp(cause);
        long until =
                Durations.seconds(errand.text()).map(time -> now + time).orElse(Long.MAX_VALUE);
        if (channel.isUp()) {
            return Sounding.of(channel, tone, now, until, end);
        }
        return until <= now ? end : new Move.Stay(new Wait.Waiting(until, end), until);
    }
}
