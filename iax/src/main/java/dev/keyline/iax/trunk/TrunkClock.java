package dev.keyline.iax.trunk;

/// Stamps our envelopes to one address: milliseconds since the first, evenly as the envelopes
/// should have been sent, for the loop that sends them is not that exact. No stamp is used twice.
/// After five seconds without an envelope the count begins anew, and 0 tells the receiver so.
final class TrunkClock {
    private static final long MILLIS = 1_000_000;

    /// Beyond this the clock is right and the prediction wrong; Asterisk's number.
    private static final int MAX_SKEW = 160;

    /// As Asterisk.
    static final long IDLE = 5_000 * MILLIS;

    private final int step;
    private long start;
    private long sent;
    private int last;
    private boolean started;

    TrunkClock(long every) {
        this.step = (int) (every / MILLIS);
    }

    /// The stamp of an envelope sent now.
    ///
    /// @param punctual whether it goes because its time has come, not because it is full
    int stamp(long now, boolean punctual) {
        if (!started || now - sent > IDLE) {
            begin(now);
        } else {
            int clock = (int) ((now - start) / MILLIS);
            boolean even = punctual && Math.abs(clock - (last + step)) < MAX_SKEW;
            last = Math.max(even ? last + step : clock, last + 1);
        }
        sent = now;
        return last;
    }

    private void begin(long now) {
        started = true;
        start = now;
        last = 0;
    }
}
