package dev.keyline.iax.endpoint;

import dev.keyline.iax.call.Circumstances;
import dev.keyline.iax.delivery.Pace;
import dev.keyline.iax.registration.Registrant;
import dev.keyline.iax.trunk.TrunkSettings;

/// How one endpoint behaves.
///
/// @param pingEvery nanoseconds between PINGs on an accepted call (`pingtime`)
/// @param lagEvery nanoseconds without voice of theirs until a LAGRQ, and between two of them
///   (`lagrqtime`)
/// @param trunk how our trunks behave
/// @param registering waits after registrations of ours that failed
public record Config(
        Limits limits,
        Pace pace,
        Circumstances.Delays delays,
        long pingEvery,
        long lagEvery,
        TrunkSettings trunk,
        Registrant.Patience registering) {
    private static final long SECOND = 1_000_000_000L;

    /// Asterisk's periods: PING every 21 s, LAGRQ every 10 s, but none while voice comes.
    public static final Config USUAL =
            new Config(
                    Limits.USUAL,
                    Pace.USUAL,
                    Circumstances.Delays.USUAL,
                    21 * SECOND,
                    10 * SECOND,
                    TrunkSettings.USUAL,
                    Registrant.Patience.USUAL);

    /// The same with other limits.
    public Config withLimits(Limits other) {
        return new Config(other, pace, delays, pingEvery, lagEvery, trunk, registering);
    }
}
