package dev.keyline.audio.codec;

/// Makes up sound for lost frames of one direction of a call: the last period of the voice is
/// repeated and fades away within 60 ms, because a sound that goes on is a buzz. When voice comes
/// back the two are blended for 4 ms, or the seam would click. The idea is that of G.711 Appendix
/// I, and works for any codec.
///
/// Rates other than 8 kHz work, with pitches of that many samples. Nothing is allocated after the
/// beginning.
public final class Concealment {
    /// Pitches of 66 Hz to 200 Hz.
    private static final int LONGEST_PERIOD = 120;

    private static final int SHORTEST_PERIOD = 40;

    /// What is compared with the past to find the period: 20 ms.
    private static final int WINDOW = 160;

    private static final int MEMORY = LONGEST_PERIOD + WINDOW;
    private static final int STEADY = 80;
    private static final int FADED = 480;
    private static final int SEAM = 32;

    private final short[] past = new short[MEMORY];
    private int period = LONGEST_PERIOD;
    private int made;

    /// Takes note of sound that was heard, and blends its beginning with what was made up before
    /// it.
    ///
    /// @param samples is changed only after a loss
    public void heard(short[] samples, int offset, int length) {
        if (made > 0) {
            blend(samples, offset, Math.min(SEAM, length));
            made = 0;
        }
        int kept = Math.min(length, MEMORY);
        System.arraycopy(past, kept, past, 0, MEMORY - kept);
        System.arraycopy(samples, offset + length - kept, past, MEMORY - kept, kept);
    }

    private void blend(short[] samples, int offset, int length) {
        for (int i = 0; i < length; i++) {
            int old = next() * (length - i) / length;
            samples[offset + i] = (short) (old + samples[offset + i] * i / length);
        }
    }

    /// Makes up sound that follows what was heard or made up last.
    public void make(short[] samples, int offset, int length) {
        if (made == 0) {
            period = bestPeriod();
        }
        for (int i = 0; i < length; i++) {
            samples[offset + i] = next();
        }
    }

    private short next() {
        if (made >= FADED) {
            return 0;
        }
        int sample = past[MEMORY - period + made % period];
        int strength = made < STEADY ? FADED - STEADY : FADED - made;
        made++;
        return (short) (sample * strength / (FADED - STEADY));
    }

    private int bestPeriod() {
        int best = LONGEST_PERIOD;
        double likeness = 0;
        for (int lag = SHORTEST_PERIOD; lag <= LONGEST_PERIOD; lag++) {
            double alike = likeness(lag);
            if (alike > likeness) {
                likeness = alike;
                best = lag;
            }
        }
        return best;
    }

    private double likeness(int lag) {
        long product = 0;
        long energy = 1;
        for (int i = MEMORY - WINDOW; i < MEMORY; i++) {
            product += (long) past[i] * past[i - lag];
            energy += (long) past[i - lag] * past[i - lag];
        }
        return product / Math.sqrt((double) energy);
    }
}
