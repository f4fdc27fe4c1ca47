package dev.keyline.tools.measure;

/// How unevenly frames arrive, as RTP receivers say it (RFC 3550 §6.4.1 and §A.8): the smoothed
/// difference between the travel times of one frame and the next to arrive.
public class Jitter {
    private static final int SMOOTH = 16;

    private double nanos;
    private long last;
    private boolean started;

    /// A frame has arrived.
    ///
    /// @param transit nanoseconds it travelled, by any two clocks that run alike
    public final void arrived(long transit) {
        if (started) {
            nanos += (Math.abs(transit - last) - nanos) / SMOOTH;
        }
        last = transit;
        started = true;
    }

    /// In nanoseconds; 0 before the second frame.
    public final long nanos() {
        return Math.round(nanos);
    }
}
