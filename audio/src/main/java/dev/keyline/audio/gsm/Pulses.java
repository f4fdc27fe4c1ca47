package dev.keyline.audio.gsm;

import static dev.keyline.audio.gsm.LongTerm.SUBFRAME;
import static dev.keyline.audio.gsm.Parameters.PULSES;
import static dev.keyline.audio.gsm.Words.add;
import static dev.keyline.audio.gsm.Words.mult;
import static dev.keyline.audio.gsm.Words.multRounded;
import static dev.keyline.audio.gsm.Words.peak;
import static dev.keyline.audio.gsm.Words.saturate;

import java.util.Arrays;

/// Regular pulse excitation: of 40 samples every third is kept, starting where most energy lies,
/// and coded in three bits against the largest (§5.2.13 to §5.2.17).
final class Pulses {
    // EN 300 961 table 5.4: the impulse response of the weighting filter.
    private static final int[] WEIGHTS = {
        -134, -374, 0, 2054, 5741, 8192, 5741, 2054, 0, -374, -134
    };

    // EN 300 961 tables 5.5 and 5.6: the reciprocal of each mantissa, and the mantissas.
    private static final int[] RECIPROCALS = {
        29128, 26215, 23832, 21846, 20165, 18725, 17476, 16384
    };
    private static final int[] MANTISSAS = {18431, 20479, 22527, 24575, 26623, 28671, 30719, 32767};

    private static final int MARGIN = WEIGHTS.length / 2;

    private final int[] padded = new int[SUBFRAME + (2 * MARGIN)];
    private final int[] weighted = new int[SUBFRAME];
    private final int[] kept = new int[PULSES];
    private int exponent;
    private int mantissa;

    /// Codes the 40 samples at `at` of the frame as quarter `quarter`.
    void code(int[] frame, int at, Parameters to, int quarter) {
        weigh(frame, at);
        int grid = strongestGrid();
        for (int i = 0; i < PULSES; i++) {
            kept[i] = weighted[grid + (3 * i)];
        }
        to.grid[quarter] = grid;
        to.peak[quarter] = codedPeak(peak(kept, 0, PULSES));
        split(to.peak[quarter]);
        for (int i = 0; i < PULSES; i++) {
            int scaled = saturate(kept[i] << (6 - exponent));
            to.pulses[quarter][i] = (mult(scaled, RECIPROCALS[mantissa]) >> 12) + 4;
        }
    }

    /// The 40 samples that quarter `quarter` stands for.
    void decode(Parameters from, int quarter, int[] into) {
        split(from.peak[quarter]);
        int shift = 6 - exponent;
        int rounding = shift == 0 ? 0 : 1 << (shift - 1);
        Arrays.fill(into, 0);
        for (int i = 0; i < PULSES; i++) {
            int place = ((2 * from.pulses[quarter][i]) - 7) << 12;
            int pulse = add(multRounded(MANTISSAS[mantissa], place), rounding) >> shift;
            into[from.grid[quarter] + (3 * i)] = pulse;
        }
    }

    private void weigh(int[] frame, int at) {
        System.arraycopy(frame, at, padded, MARGIN, SUBFRAME);
        for (int k = 0; k < SUBFRAME; k++) {
            int sum = 4096;
            for (int i = 0; i < WEIGHTS.length; i++) {
                sum += padded[k + i] * WEIGHTS[i];
            }
            weighted[k] = saturate(sum >> 13);
        }
    }

    private int strongestGrid() {
        int strongest = 0;
        int most = 0;
        for (int grid = 0; grid < 4; grid++) {
            int energy = 0;
            for (int i = 0; i < PULSES; i++) {
                int sample = weighted[grid + (3 * i)] >> 2;
                energy += sample * sample;
            }
            if (energy > most) {
                most = energy;
                strongest = grid;
            }
        }
        return strongest;
    }

    /// Three bits of exponent over three of mantissa, nearly a logarithm.
    private static int codedPeak(int peak) {
        int exponent = Math.min(6, 32 - Integer.numberOfLeadingZeros(peak >> 9));
        return (peak >> (exponent + 5)) + (exponent << 3);
    }

    /// Takes a coded peak apart, the mantissa without its leading 1 (§5.2.15).
    private void split(int coded) {
        exponent = coded > 15 ? (coded >> 3) - 1 : 0;
        mantissa = coded - (exponent << 3);
        if (mantissa == 0) {
            exponent = -4;
            mantissa = 7;
            return;
        }
        while (mantissa <= 7) {
            mantissa = (mantissa << 1) | 1;
            exponent--;
        }
        mantissa -= 8;
    }
}
