package dev.keyline.audio.gsm;

import static dev.keyline.audio.gsm.AreaRatios.ORDER;
import static dev.keyline.audio.gsm.Words.abs;
import static dev.keyline.audio.gsm.Words.add;
import static dev.keyline.audio.gsm.Words.divide;
import static dev.keyline.audio.gsm.Words.headroom;
import static dev.keyline.audio.gsm.Words.multRounded;
import static dev.keyline.audio.gsm.Words.peak;
import static dev.keyline.audio.gsm.Words.saturate;
import static dev.keyline.audio.gsm.Words.wordHeadroom;

import java.util.Arrays;

/// Finds how each sample of a frame follows from the eight before it: autocorrelation (§5.2.4),
/// then Schur's recursion to reflection coefficients (§5.2.5).
final class Prediction {
    private final int[] correlation = new int[ORDER + 1];
    private final int[] reflection = new int[ORDER];
    private final int[] p = new int[ORDER + 1];
    private final int[] k = new int[ORDER + 1];

    /// Writes the coded log area ratios of a prepared frame. A loud frame loses its lowest bits
    /// here and does not get them back; the standard has it so.
    void predict(int[] frame, int[] coded) {
        autocorrelate(frame);
        reflect();
        AreaRatios.code(reflection, coded);
    }

    private void autocorrelate(int[] frame) {
        int peak = peak(frame, 0, frame.length);
        int scale = peak == 0 ? 0 : Math.max(0, 4 - wordHeadroom(peak));
        if (scale > 0) {
            for (int i = 0; i < frame.length; i++) {
                frame[i] = multRounded(frame[i], 16384 >> (scale - 1));
            }
        }
        for (int lag = 0; lag <= ORDER; lag++) {
            correlation[lag] = correlation(frame, lag);
        }
        for (int i = 0; i < frame.length; i++) {
            frame[i] = saturate(frame[i] << scale);
        }
    }

    private static int correlation(int[] frame, int lag) {
        int sum = 0;
        for (int i = lag; i < frame.length; i++) {
            sum += frame[i] * frame[i - lag];
        }
        return sum << 1;
    }

    private void reflect() {
        Arrays.fill(reflection, 0);
        if (correlation[0] == 0) {
            return;
        }
        int scale = headroom(correlation[0]);
        for (int i = 0; i <= ORDER; i++) {
            p[i] = (correlation[i] << scale) >> 16;
            k[i] = p[i];
        }
        recurse();
    }

    private void recurse() {
        for (int n = 0; n < ORDER; n++) {
            int size = abs(p[1]);
            if (p[0] < size) {
                return;
            }
            int r = p[1] > 0 ? -divide(size, p[0]) : divide(size, p[0]);
            reflection[n] = r;
            p[0] = add(p[0], multRounded(p[1], r));
            for (int m = 1; m < ORDER - n; m++) {
                int next = p[m + 1];
                p[m] = add(next, multRounded(k[m], r));
                k[m] = add(k[m], multRounded(next, r));
            }
        }
    }
}
