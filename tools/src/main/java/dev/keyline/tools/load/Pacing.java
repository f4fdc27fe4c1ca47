package dev.keyline.tools.load;

/// When calls begin: evenly spaced, so that what is measured is the server and not the bursts of
/// the generator. While it ramps up the rate grows evenly from 0.
///
/// @param rate calls a second, more than 0
/// @param ramp nanoseconds until the rate is reached
/// @param calls how many at most
/// @param time no call begins later than this, in nanoseconds
public record Pacing(double rate, long ramp, long calls, long time) {
    private static final double SECOND = 1e9;

    /// When a call begins, in nanoseconds after the first moment.
    ///
    /// @param call counted from 0
    /// @return `Long.MAX_VALUE` if it does not begin at all
    public long begin(long call) {
        long at = Math.round(unbounded(call) * SECOND);
        return call >= calls || at >= time ? Long.MAX_VALUE : at;
    }

    private double unbounded(long call) {
        double rampSeconds = ramp / SECOND;
        double inRamp = rate * rampSeconds / 2;
        return call < inRamp
                ? Math.sqrt(2 * call * rampSeconds / rate)
                : rampSeconds + (call - inRamp) / rate;
    }
}
