package dev.keyline.iax.trunk;

/// Stamps our envelopes to one address: milliseconds since the first. Those that go because their
/// time has come are stamped evenly, as they should have been sent, for the loop that sends them is
/// not that exact; those that are full bear the clock. After five seconds without an envelope the
/// count begins anew, and 0 tells the receiver so.
///
/// No stamp is used twice, for a call may be in two envelopes of one millisecond: one counts on.
/// But not far: a trunk of a thousand calls fills seven envelopes in a millisecond, and its stamps
/// would run seven times as fast as the voice. There neighbours share stamps, who have no call in
/// common.
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
    private boolean wasPunctual;

    TrunkClock(long every) {
        this.step = (int) (every / MILLIS);
    }

    /// The stamp of an envelope sent now.
    ///
    /// @param punctual whether it goes because its time has come, not because it is full
    int stamp(long now, boolean punctual) {
        if (!started || now - sent > IDLE) {
            started = true;
            start = now;
            last = 0;
        } else {
            int clock = (int) ((now - start) / MILLIS);
            int even = last + step;
            boolean steady = punctual && wasPunctual && Math.abs(clock - even) < MAX_SKEW;
            int next = last < clock + step ? last + 1 : last;
            last = steady ? even : Math.max(clock, next);
        }
        sent = now;
        wasPunctual = punctual;
        return last;
    }
}
