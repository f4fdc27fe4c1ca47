package dev.keyline.audio.tone;

/// How much of a sound that was sent came back, and how late.
///
/// Sent sound is counted in blocks of 20 ms; those at least 30 dB softer than the loudest are
/// pauses and are not counted. A block came back if what was received at the right place looks like
/// it, whatever its level: a correlation of 0.6 or more, which speech keeps through G.711, GSM and
/// noise 5 dB below it, and which other speech or noise hardly ever reaches. Nothing received
/// counts for two blocks. Where the right place is may change during a call, so it is looked for
/// again in every 400 ms, up to a second away.
///
/// @param sentBlocks blocks of 20 ms sent that were no pause
/// @param foundBlocks how many of them came back
/// @param delay of most of it, in samples of 8 kHz; 0 when nothing came back. Of a steady tone,
///   which looks the same after each period, this is the shortest delay that fits.
public record Likeness(int sentBlocks, int foundBlocks, int delay) {
    /// The longest delay that is looked for, unless told: two seconds.
    public static final int LONGEST_MILLIS = 2000;

    /// Per cent of the sent blocks that came back, 0 to 100; 0 when nothing but silence was sent.
    public double percent() {
        return sentBlocks == 0 ? 0 : 100.0 * foundBlocks / sentBlocks;
    }

    public double delayMillis() {
        return delay * 1000.0 / Tone.RATE;
    }

    /// Compares sounds of 8 kHz. What was received begins when what was sent began, or earlier in
    /// the same sound.
    public static Likeness of(short[] sent, short[] received) {
        return of(sent, received, LONGEST_MILLIS);
    }

    /// Compares sounds of 8 kHz.
    ///
    /// @param longestMillis the longest delay to look for
    public static Likeness of(short[] sent, short[] received, int longestMillis) {
        return new Comparison(sent, received, longestMillis * Tone.RATE / 1000).likeness();
    }
}
