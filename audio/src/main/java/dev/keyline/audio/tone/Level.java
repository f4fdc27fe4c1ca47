package dev.keyline.audio.tone;

/// How loud sound is, in dBm0. A sine of 0 dBm0 peaks 3.17 dB below the largest magnitude of µ-law,
/// 32636 (ITU-T G.711).
public final class Level {
    /// What silence answers: less than one bit of 16 could be.
    public static final double SILENCE = -100;

    private static final double PEAK_AT_0 = 32636 * Math.pow(10, -3.17 / 20);

    private Level() {}

    /// The peak of a sine of this level, in samples.
    public static double peak(double dbm0) {
        return PEAK_AT_0 * Math.pow(10, dbm0 / 20);
    }

    /// The level of a sine with this peak; no less than [#SILENCE].
    public static double ofPeak(double peak) {
        return peak <= 0 ? SILENCE : Math.max(SILENCE, 20 * Math.log10(peak / PEAK_AT_0));
    }

    /// The level of all there is in these samples.
    public static double of(short[] samples, int offset, int count) {
        return count == 0 ? SILENCE : ofPeak(Math.sqrt(2 * energy(samples, offset, count) / count));
    }

    /// The level of one frequency, in Hz, by Goertzel's algorithm. A neighbour is kept out if it is
    /// 8000 / `count` Hz away or a few times that.
    public static double at(double hertz, short[] samples, int offset, int count) {
        double peak = 2 * Math.sqrt(goertzel(coefficient(hertz), samples, offset, count)) / count;
        return count == 0 ? SILENCE : ofPeak(peak);
    }

    static double energy(short[] samples, int offset, int count) {
        double energy = 0;
        for (int i = offset; i < offset + count; i++) {
            energy += (double) samples[i] * samples[i];
        }
        return energy;
    }

    static double coefficient(double hertz) {
        return 2 * Math.cos(2 * Math.PI * hertz / Tone.RATE);
    }

    /// The squared magnitude of the sum that a Fourier transform would have at the frequency of the
    /// coefficient.
    static double goertzel(double coefficient, short[] samples, int offset, int count) {
        double last = 0;
        double before = 0;
        for (int i = offset; i < offset + count; i++) {
            double now = samples[i] + (coefficient * last) - before;
            before = last;
            last = now;
        }
        return Math.max(0, (last * last) + (before * before) - (coefficient * last * before));
    }
}
