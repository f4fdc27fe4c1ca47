package dev.keyline.tools.load;

import dev.keyline.iax.endpoint.NetStatistics;
import dev.keyline.tools.measure.EModel;
import dev.keyline.tools.measure.Impairment;

/// How voice got through in one call, one way.
///
/// @param delay nanoseconds
/// @param loss 0 to 1
/// @param jitter by RFC 3550, in nanoseconds
record Quality(long delay, double loss, long jitter) {
    private static final double MILLI = 1e6;

    /// The block must be full before it leaves.
    private static final double BLOCK_MILLIS = 20;

    /// As reported where no block of our own comes back.
    static Quality of(NetStatistics reported) {
        var ours = reported.ours();
        double all = (double) ours.packets() + ours.lossCount();
        double loss = all == 0 ? 0 : ours.lossCount() / all;
        return new Quality(reported.roundTrip() / 2, loss, Math.round(ours.jitter() * MILLI));
    }

    /// The estimated opinion score, 1 to 4.5. A listener's jitter buffer is taken to hold twice the
    /// jitter.
    double opinion(String codec) {
        double millis = BLOCK_MILLIS + (delay + 2.0 * jitter) / MILLI;
        return EModel.opinion(EModel.rating(millis, loss, Impairment.of(codec)));
    }
}
