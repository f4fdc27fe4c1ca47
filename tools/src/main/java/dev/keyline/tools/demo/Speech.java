package dev.keyline.tools.demo;

import dev.keyline.audio.tone.Level;
import dev.keyline.audio.tone.Tone;

/// A second of something that is shaped like speech: five syllables, each with a voice whose pitch
/// falls and two formants that move. Unlike a steady tone it never looks like itself at another
/// moment, so the delay of what comes back can be measured.
final class Speech {
    static final int MILLIS = 1000;

    private static final int SYLLABLES = 5;
    private static final int HARMONICS = 24;
    private static final double[][] FORMANTS = {
        {700, 1200}, {400, 2000}, {300, 870}, {530, 1850}, {640, 1190}
    };

    private Speech() {}

    static short[] samples() {
        var samples = new short[Tone.RATE * MILLIS / 1000];
        double phase = 0;
        for (int i = 0; i < samples.length; i++) {
            double place = (double) i * SYLLABLES / samples.length;
            int syllable = (int) place;
            double within = place - syllable;
            double pitch = 150 - (12 * syllable) - (25 * within);
            phase += 2 * Math.PI * pitch / Tone.RATE;
            double loud = Math.pow(Math.sin(Math.PI * within), 0.7);
            samples[i] = (short) (loud * Level.peak(-10) * voice(phase, pitch, syllable, within));
        }
        return samples;
    }

    /// The harmonics of the voice, those near a formant the loudest.
    private static double voice(double phase, double pitch, int syllable, double within) {
        double glide = 1 + (0.2 * within);
        double sum = 0;
        for (int n = 1; n <= HARMONICS; n++) {
            double hertz = n * pitch;
            double near =
                    bell(hertz - (FORMANTS[syllable][0] * glide), 120)
                            + (0.6 * bell(hertz - (FORMANTS[syllable][1] / glide), 180));
            sum += (near + 0.05) * Math.sin(n * phase);
        }
        return sum / 3;
    }

    private static double bell(double distance, double width) {
        return Math.exp(-Math.pow(distance / width, 2));
    }
}
