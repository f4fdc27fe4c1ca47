package dev.keyline.pbx.application;

import dev.keyline.audio.tone.Cadence;
import dev.keyline.pbx.channel.Channel;

/// A tone in the ear of a channel until a time.
final class Sounding implements Activity {
    private final Channel channel;
    private final Speech speech;
    private final long until;
    private final Move after;

    private Sounding(Channel channel, Cadence cadence, long now, long until, Move after) {
        this.channel = channel;
        this.speech = new Speech(Speech.tone(cadence), now);
        this.until = until;
        this.after = after;
    }

    /// @param until nanoseconds, `Long.MAX_VALUE` for ever
    static Move of(Channel channel, Cadence cadence, long now, long until, Move after) {
        return new Sounding(channel, cadence, now, until, after).go(now);
    }

    @Override
    public Move on(Event event, long now) {
        return go(now);
    }

    private Move go(long now) {
        return now >= until || channel.isGone()
                ? after
                : new Move.Stay(this, Math.min(until, speech.speak(channel, now)));
    }
}
