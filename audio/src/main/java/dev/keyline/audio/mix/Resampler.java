package dev.keyline.audio.mix;

import java.util.Arrays;

/// From 16 kHz to 8 kHz or back, with a low-pass of 47 taps: flat to 3.4 kHz, more than 50 dB down
/// from 4.6 kHz. It delays by 23 samples of 16 kHz, 1.4 ms. One object for one direction of one
/// call.
public final class Resampler {
    private static final int TAPS = 47;
    private static final int MIDDLE = TAPS / 2;
    private static final double[] LOW_PASS = lowPass();

    private final boolean halves;

    /// The last input samples, newest first, twice over so that any run of them is in one piece.
    private final double[] past = new double[2 * TAPS];

    private int newest;
    private boolean odd;

    private Resampler(boolean halves) {
        this.halves = halves;
    }

    /// From 16 kHz to 8 kHz.
    public static Resampler halving() {
        return new Resampler(true);
    }

    /// From 8 kHz to 16 kHz.
    public static Resampler doubling() {
        return new Resampler(false);
    }

    /// A whole sound at another rate, 8000 or 16000, without delay; the sound itself when the rate
    /// is right.
    ///
    /// @throws IllegalArgumentException when a rate is another
    public static short[] resampled(short[] samples, int from, int to) {
        if (from == to) {
            return samples;
        }
        boolean halves = from == 16000 && to == 8000;
        if (!halves && !(from == 8000 && to == 16000)) {
            throw new IllegalArgumentException("no way from " + from + " Hz to " + to + " Hz");
        }
        return new Resampler(halves).whole(samples);
    }

    /// Takes `count` samples and writes half or twice as many; with an odd number to halve, the
    /// last waits for the next call.
    ///
    /// @return samples written
    public int resample(short[] from, int offset, int count, short[] to, int at) {
        int written = 0;
        for (int i = offset; i < offset + count; i++) {
            push(from[i]);
            if (!halves) {
                to[at + written++] = Saturation.sample(Math.round(2 * filtered(0, 2)));
                to[at + written++] = Saturation.sample(Math.round(2 * filtered(1, 2)));
            } else if (odd) {
                to[at + written++] = Saturation.sample(Math.round(filtered(0, 1)));
            }
            odd = !odd;
        }
        return written;
    }

    /// Runs the sound through with silence behind it, and drops what the filter was late.
    private short[] whole(short[] samples) {
        int late = halves ? (MIDDLE - 1) / 2 : MIDDLE;
        int length = halves ? samples.length / 2 : samples.length * 2;
        short[] padded = Arrays.copyOf(samples, samples.length + TAPS);
        short[] all = new short[2 * padded.length];
        resample(padded, 0, padded.length, all, 0);
        return Arrays.copyOfRange(all, late, late + length);
    }

    private void push(short sample) {
        newest = newest == 0 ? TAPS - 1 : newest - 1;
        past[newest] = sample;
        past[newest + TAPS] = sample;
    }

    private double filtered(int firstTap, int everyTap) {
        double sum = 0;
        int sample = newest;
        for (int tap = firstTap; tap < TAPS; tap += everyTap) {
            sum += LOW_PASS[tap] * past[sample++];
        }
        return sum;
    }

    /// A half-band low-pass: sin(x)/x under Hamming's window, scaled to leave a steady level as it
    /// is.
    private static double[] lowPass() {
        double[] taps = new double[TAPS];
        double sum = 0;
        for (int i = 0; i < TAPS; i++) {
            double x = Math.PI * (i - MIDDLE) / 2;
            double sinc = i == MIDDLE ? 1 : Math.sin(x) / x;
            taps[i] = sinc * (0.54 - (0.46 * Math.cos(2 * Math.PI * i / (TAPS - 1))));
            sum += taps[i];
        }
        for (int i = 0; i < TAPS; i++) {
            taps[i] /= sum;
        }
        return taps;
    }
}
