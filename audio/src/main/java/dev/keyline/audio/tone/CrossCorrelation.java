package dev.keyline.audio.tone;

/// The sum of products of one sound with another at every shift, by the fast Fourier transform:
/// seconds of sound at thousands of shifts in milliseconds.
final class CrossCorrelation {
    private CrossCorrelation() {}

    /// For each shift from 0 to `most`: the sum over i of `sent[i] * received[i + shift]`, with 0
    /// for what lies behind the end of either.
    static double[] shifts(short[] sent, short[] received, int most) {
        int size = Integer.highestOneBit(Math.max(2, sent.length + received.length - 1)) * 2;
        double[] real = new double[size];
        double[] imaginary = new double[size];
        for (int i = 0; i < received.length; i++) {
            real[i] = received[i];
        }
        for (int i = 0; i < sent.length; i++) {
            imaginary[i] = sent[i];
        }
        transform(real, imaginary);
        multiply(real, imaginary);
        transform(real, imaginary);
        double[] sums = new double[most + 1];
        for (int shift = 0; shift <= most; shift++) {
            sums[shift] = shift < received.length ? real[shift] / size : 0;
        }
        return sums;
    }

    /// Two real sounds went in as one complex one. Takes their spectra R and S apart and leaves the
    /// conjugate of `R * conj(S)`: transforming that once more forward is transforming it back.
    private static void multiply(double[] real, double[] imaginary) {
        int size = real.length;
        for (int k = 0; k <= size / 2; k++) {
            int mirror = (size - k) & (size - 1);
            double rRe = (real[k] + real[mirror]) / 2;
            double rIm = (imaginary[k] - imaginary[mirror]) / 2;
            double sRe = (imaginary[k] + imaginary[mirror]) / 2;
            double sIm = (real[mirror] - real[k]) / 2;
            double productRe = (rRe * sRe) + (rIm * sIm);
            double productIm = (rIm * sRe) - (rRe * sIm);
            real[k] = productRe;
            imaginary[k] = -productIm;
            real[mirror] = productRe;
            imaginary[mirror] = k == mirror ? -productIm : productIm;
        }
    }

    /// Cooley and Tukey's transform, in place.
    private static void transform(double[] real, double[] imaginary) {
        reorder(real, imaginary);
        for (int half = 1; half < real.length; half *= 2) {
            double step = -Math.PI / half;
            for (int k = 0; k < half; k++) {
                double cos = Math.cos(step * k);
                double sin = Math.sin(step * k);
                for (int i = k; i < real.length; i += 2 * half) {
                    int j = i + half;
                    double turnedRe = (real[j] * cos) - (imaginary[j] * sin);
                    double turnedIm = (real[j] * sin) + (imaginary[j] * cos);
                    real[j] = real[i] - turnedRe;
                    imaginary[j] = imaginary[i] - turnedIm;
                    real[i] += turnedRe;
                    imaginary[i] += turnedIm;
                }
            }
        }
    }

    private static void reorder(double[] real, double[] imaginary) {
        int shift = Integer.numberOfLeadingZeros(real.length) + 1;
        for (int i = 0; i < real.length; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (i < j) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
