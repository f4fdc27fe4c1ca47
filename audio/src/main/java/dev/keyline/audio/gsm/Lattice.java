package dev.keyline.audio.gsm;

import static dev.keyline.audio.gsm.AreaRatios.ORDER;
import static dev.keyline.audio.gsm.AreaRatios.SEGMENTS;
import static dev.keyline.audio.gsm.Words.add;
import static dev.keyline.audio.gsm.Words.multRounded;
import static dev.keyline.audio.gsm.Words.sub;

/// The short-term filter, with its memory: analysis takes the shape of the mouth out of the speech
/// (§5.2.10), synthesis puts it back (§5.3.2). A lattice runs in one of the two directions for
/// life.
final class Lattice {
    private final AreaRatios ratios = new AreaRatios();
    private final int[] reflection = new int[ORDER];
    private final int[] memory = new int[ORDER + 1];

    /// Turns the speech of a frame into its residual, in place.
    void analyse(int[] coded, int[] frame) {
        ratios.accept(coded);
        for (int segment = 0; segment < 4; segment++) {
            ratios.reflection(segment, reflection);
            for (int k = SEGMENTS[segment]; k < SEGMENTS[segment + 1]; k++) {
                frame[k] = analysed(frame[k]);
            }
        }
    }

    /// Turns the residual of a frame into speech, in place.
    void synthesise(int[] coded, int[] frame) {
        ratios.accept(coded);
        for (int segment = 0; segment < 4; segment++) {
            ratios.reflection(segment, reflection);
            for (int k = SEGMENTS[segment]; k < SEGMENTS[segment + 1]; k++) {
                frame[k] = synthesised(frame[k]);
            }
        }
    }

    private int analysed(int sample) {
        int forward = sample;
        int backward = sample;
        for (int i = 0; i < ORDER; i++) {
            int delayed = memory[i];
            memory[i] = backward;
            backward = add(delayed, multRounded(reflection[i], forward));
            forward = add(forward, multRounded(reflection[i], delayed));
        }
        return forward;
    }

    private int synthesised(int residual) {
        int forward = residual;
        for (int i = ORDER - 1; i >= 0; i--) {
            forward = sub(forward, multRounded(reflection[i], memory[i]));
            memory[i + 1] = add(memory[i], multRounded(reflection[i], forward));
        }
        memory[0] = forward;
        return forward;
    }
}
