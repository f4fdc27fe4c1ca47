package dev.keyline.iax.jitter;

/// Notices when the sender's clock jumps: a block whose way seems to have been shorter or longer
/// than the last one's by more than any network explains. One such block is left out; when several
/// in a row agree, their clock is the new one.
final class Continuity {
    /// As Asterisk: the fourth is believed.
    private static final int DOUBTED = 3;

    private final int threshold;
    private long last;
    private boolean started;
    private int strange;

    Continuity(JitterSettings settings) {
        this.threshold = settings.resyncThreshold();
    }

    /// What to do with a block.
    enum Verdict {
        GOES_ON,
        /// Leave it out.
        DOUBTFUL,
        /// Begin anew with it.
        NEW_CLOCK
    }

    Verdict judge(long delay, int jitter) {
        boolean fits =
                !started || threshold < 0 || Math.abs(delay - last) <= threshold + 2L * jitter;
        if (!fits && ++strange <= DOUBTED) {
            return Verdict.DOUBTFUL;
        }
        started = true;
        strange = 0;
        last = delay;
        return fits ? Verdict.GOES_ON : Verdict.NEW_CLOCK;
    }
}
