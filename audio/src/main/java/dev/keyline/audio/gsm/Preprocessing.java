package dev.keyline.audio.gsm;

import static dev.keyline.audio.gsm.Words.add;
import static dev.keyline.audio.gsm.Words.multRounded;
import static dev.keyline.audio.gsm.Words.saturate;
import static dev.keyline.audio.gsm.Words.saturate32;

/// What happens to samples before they are coded (§5.2.1 to §5.2.3): 16 bits to 13, any standing
/// offset taken out, high notes lifted.
final class Preprocessing {
    /// 0.999 of 2^15: the pole that lets an offset fade.
    private static final int ALPHA = 32735;

    /// -0.86 of 2^15.
    private static final int PREEMPHASIS = -28180;

    private int lastSample;
    private int offsetMemory;
    private int lastLevelled;

    void prepare(short[] from, int offset, int[] into) {
        for (int k = 0; k < into.length; k++) {
            int levelled = withoutOffset((from[offset + k] >> 3) << 2);
            into[k] = add(levelled, multRounded(lastLevelled, PREEMPHASIS));
            lastLevelled = levelled;
        }
    }

    /// A recursive filter in 31 bits; the multiplication is done in two halves of 15 bits each.
    private int withoutOffset(int sample) {
        int change = sample - lastSample;
        lastSample = sample;
        int high = offsetMemory >> 15;
        int low = offsetMemory - (high << 15);
        int fresh = (change << 15) + multRounded(low, ALPHA);
        offsetMemory = saturate32(((long) high * ALPHA) + fresh);
        return saturate(saturate32((long) offsetMemory + 16384) >> 15);
    }
}
