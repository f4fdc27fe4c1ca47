package dev.keyline.iax.trunk;

/// The clock of a peer's trunk, as it looks from here: pieces without a timestamp get theirs by it.
///
/// A stamp of 0 says that the clock begins anew. The first envelope seen may bear another one when
/// it was us who began anew; then the beginning lies before it. (Asterisk takes any first envelope
/// for the beginning.)
public final class TrunkTime {
    private static final long MILLIS = 1_000_000;

    private long start;
    private boolean started;

    /// An envelope came with this stamp.
    ///
    /// @return the time at which it should have come had the network been as fast as for the first,
    ///   in nanoseconds of our clock
    public long arrival(int stamp, long now) {
        if (!started || stamp == 0) {
            started = true;
            start = now - (stamp & 0xFFFFFFFFL) * MILLIS;
        }
        return start + (stamp & 0xFFFFFFFFL) * MILLIS;
    }
}
