package dev.keyline.iax.jitter;

/// How a jitter buffer behaves, by the names of `iax.conf`. Times are milliseconds.
///
/// @param longest the longest it may make voice wait (`maxjitterbuffer`), at least 20
/// @param resyncThreshold a jump in time by more than this, and twice the jitter, is a new clock
///   (`resyncthreshold`); -1 for never
/// @param mostConcealed how many missing blocks in a row are made up before silence begins
///   (`maxjitterinterps`); 0 for any number
/// @param extra how much longer than the jitter needs voice waits (`jittertargetextra`)
public record JitterSettings(int longest, int resyncThreshold, int mostConcealed, int extra) {
    /// Asterisk's defaults.
    public static final JitterSettings USUAL = new JitterSettings(1000, 1000, 10, 40);

    public JitterSettings {
        if (longest < 20 || resyncThreshold < -1 || mostConcealed < 0 || extra < 0) {
            throw new IllegalArgumentException(
                    "jitter settings out of range: longest "
                            + longest
                            + ", resync "
                            + resyncThreshold
                            + ", concealed "
                            + mostConcealed
                            + ", extra "
                            + extra);
        }
    }
}
