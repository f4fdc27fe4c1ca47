package dev.keyline.audio.gsm;

import static dev.keyline.audio.gsm.Words.add;
import static dev.keyline.audio.gsm.Words.mult;
import static dev.keyline.audio.gsm.Words.multRounded;
import static dev.keyline.audio.gsm.Words.peak;
import static dev.keyline.audio.gsm.Words.sub;
import static dev.keyline.audio.gsm.Words.wordHeadroom;

/// The last 120 samples of the rebuilt residual, and the pitch found in them: search in the coder
/// (§5.2.11, §5.2.12), use in the decoder (§5.3.2).
final class LongTerm {
    static final int SUBFRAME = 40;
    static final int LEAST_LAG = 40;
    static final int MOST_LAG = 120;

    // EN 300 961 table 5.3: where one gain ends and the next begins, and the four gains.
    private static final int[] GAIN_LIMITS = {6554, 16384, 26214};
    private static final int[] GAINS = {3277, 11469, 21299, 32767};

    /// The past, then room for the quarter being made.
    private final int[] residual = new int[MOST_LAG + SUBFRAME];

    private final int[] scaled = new int[SUBFRAME];
    private int best;
    private int score;

    /// The lag at which the past is most like these samples. Ask [#gain] next.
    int search(int[] frame, int at) {
        int peak = peak(frame, at, SUBFRAME);
        int scale = peak == 0 ? 0 : Math.max(0, 6 - wordHeadroom(peak));
        for (int k = 0; k < SUBFRAME; k++) {
            scaled[k] = frame[at + k] >> scale;
        }
        best = LEAST_LAG;
        score = 0;
        for (int lag = LEAST_LAG; lag <= MOST_LAG; lag++) {
            weigh(lag);
        }
        score = (score << 1) >> (6 - scale);
        return best;
    }

    private void weigh(int lag) {
        int product = 0;
        for (int k = 0; k < SUBFRAME; k++) {
            product += scaled[k] * residual[MOST_LAG + k - lag];
        }
        if (product > score) {
            best = lag;
            score = product;
        }
    }

    /// The coded gain that fits the lag just found.
    int gain() {
        int power = powerAt(best);
        if (score <= 0) {
            return 0;
        }
        if (score >= power) {
            return 3;
        }
        int shift = Words.headroom(power);
        int r = (score << shift) >> 16;
        int s = (power << shift) >> 16;
        int gain = 0;
        while (gain < 3 && r > mult(s, GAIN_LIMITS[gain])) {
            gain++;
        }
        return gain;
    }

    private int powerAt(int lag) {
        int power = 0;
        for (int k = 0; k < SUBFRAME; k++) {
            int sample = residual[MOST_LAG + k - lag] >> 3;
            power += sample * sample;
        }
        return power << 1;
    }

    /// Puts what the past foretells into the new quarter, and leaves in `frame` only what it does
    /// not.
    void subtract(int lag, int gain, int[] frame, int at) {
        foretell(lag, gain);
        for (int k = 0; k < SUBFRAME; k++) {
            frame[at + k] = sub(frame[at + k], residual[MOST_LAG + k]);
        }
    }

    /// What the past says of the next 40 samples. The lag is at least their number, so none of them
    /// depends on another.
    void foretell(int lag, int gain) {
        for (int k = 0; k < SUBFRAME; k++) {
            residual[MOST_LAG + k] = multRounded(GAINS[gain], residual[MOST_LAG + k - lag]);
        }
    }

    /// Completes the quarter with the decoded pulses, hands it out where wanted, and moves on.
    void advance(int[] pulses, int[] into, int at) {
        for (int k = 0; k < SUBFRAME; k++) {
            residual[MOST_LAG + k] = add(residual[MOST_LAG + k], pulses[k]);
        }
        System.arraycopy(residual, MOST_LAG, into, at, SUBFRAME);
        System.arraycopy(residual, SUBFRAME, residual, 0, MOST_LAG);
    }
}
