package dev.keyline.iax.call;

/// Stamps what we send on one call: milliseconds since its first frame (RFC 5456 §8.1.1).
///
/// Voice is stamped by prediction, so that blocks made every 20 ms are 20 ms apart on the wire
/// although the loop that sends them is not that exact; everything else by the clock, never twice
/// the same. The rules and the 160 ms are Asterisk's, whose receivers are tuned to them.
public class MediaClock {
    private static final long NANOS = 1_000_000;
    private static final int MAX_SKEW = 160;

    private long start;
    private boolean started;
    private int last;
    private int predicted;
    private boolean talking;

    /// Somebody else listens from now on: it begins anew.
    public void restart() {
        started = false;
        last = 0;
        predicted = 0;
        talking = false;
    }

    /// The clock now, without stamping anything: what ACK-like echoes of our own and intervals use.
    public int elapsed(long now) {
        begin(now);
        return (int) ((now - start) / NANOS);
    }

    /// The stamp for a command (frame type IAX).
    public int stampCommand(long now) {
        int clock = elapsed(now);
        last = clock - last <= 0 ? last + 3 : clock;
        return last;
    }

    /// The stamp for DTMF, control, text and the like: close to the voice they belong to.
    public int stampSignal(long now) {
        int clock = elapsed(now);
        last = Math.abs(clock - last) <= MAX_SKEW ? last + 3 : clock;
        return last;
    }

    /// The stamp for a block of voice of `millis` duration.
    public int stampVoice(long now, int millis) {
        int clock = elapsed(now);
        int stamp =
                talking && Math.abs(clock - predicted) <= MAX_SKEW
                        ? predicted
                        : roundUp(clock, millis);
        talking = true;
        predicted = stamp + millis;
        last = stamp;
        return stamp;
    }

    /// The stamp for the first piece of a picture: the clock, but not before what was sent last.
    public int stampPicture(long now) {
        int clock = elapsed(now);
        last = clock - last > 0 ? clock : last;
        return last;
    }

    /// The talker fell silent (comfort noise, hold): the next block is stamped by the clock.
    public void silence() {
        talking = false;
    }

    /// The stamp that the next block of voice gets if it comes when it should.
    protected final int predicted() {
        return predicted;
    }

    private static int roundUp(int clock, int millis) {
        return (clock + millis - 1) / millis * millis;
    }

    private void begin(long now) {
        if (!started) {
            started = true;
            start = now - Math.floorMod(now, 20 * NANOS);
        }
    }
}
