package dev.keyline.audio;

import java.util.Arrays;
import java.util.Random;

/// Sounds made by rule: the same seed gives the same samples, everywhere.
public final class Sounds {
    private Sounds() {}

    /// White noise between -peak and peak.
    public static short[] noise(long seed, int count, int peak) {
        var chance = new Random(seed);
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (short) (chance.nextInt((2 * peak) + 1) - peak);
        }
        return samples;
    }

    /// Like speech to a codec: a buzz of wandering pitch and some breath, through the two
    /// resonances of a mouth, in syllables with pauses.
    public static short[] speech(long seed, int count) {
        var chance = new Random(seed);
        var first = new Resonance(400 + chance.nextInt(300), 0.97);
        var second = new Resonance(1200 + chance.nextInt(900), 0.95);
        short[] samples = new short[count];
        double pitch = 90 + chance.nextInt(80);
        double phase = 0;
        for (int i = 0; i < count; i++) {
            pitch = Math.clamp(pitch + (chance.nextGaussian() * 0.15), 80, 250);
            phase += pitch / 8000;
            double pulse = phase >= 1 ? 900 : 0;
            phase -= phase >= 1 ? 1 : 0;
            double mouth = second.next(first.next(pulse + (chance.nextGaussian() * 12)));
            samples[i] = (short) Math.clamp(Math.round(mouth * syllable(i)), -30000, 30000);
        }
        return samples;
    }

    private static double syllable(int at) {
        return Math.max(0.01, Math.sin(Math.PI * (at % 2400) / 2000));
    }

    private static final class Resonance {
        private final double a;
        private final double b;
        private double last;
        private double before;

        Resonance(double hertz, double radius) {
            a = 2 * radius * Math.cos(2 * Math.PI * hertz / 8000);
            b = -radius * radius;
        }

        double next(double in) {
            double out = in + (a * last) + (b * before);
            before = last;
            last = out;
            return out;
        }
    }

    /// The sound after so many samples of silence.
    public static short[] late(short[] sound, int samples) {
        short[] late = new short[sound.length + samples];
        System.arraycopy(sound, 0, late, samples, sound.length);
        return late;
    }

    public static short[] joined(short[]... sounds) {
        short[] all = new short[0];
        for (short[] sound : sounds) {
            int at = all.length;
            all = Arrays.copyOf(all, at + sound.length);
            System.arraycopy(sound, 0, all, at, sound.length);
        }
        return all;
    }

    /// The sum of two sounds, as long as the first.
    public static short[] sum(short[] one, short[] other) {
        short[] sum = new short[one.length];
        for (int i = 0; i < sum.length; i++) {
            int both = one[i] + other[i];
            sum[i] = (short) Math.clamp(both, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return sum;
    }

    /// How far the difference of two sounds lies below the first, in dB.
    public static double signalToNoise(short[] sound, short[] changed) {
        double signal = 0;
        double noise = 0;
        for (int i = 0; i < sound.length; i++) {
            signal += Math.pow(sound[i], 2);
            noise += Math.pow(sound[i] - changed[i], 2);
        }
        return 10 * Math.log10(signal / noise);
    }
}
