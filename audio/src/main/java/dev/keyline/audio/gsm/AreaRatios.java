package dev.keyline.audio.gsm;

import static dev.keyline.audio.gsm.Words.abs;
import static dev.keyline.audio.gsm.Words.add;
import static dev.keyline.audio.gsm.Words.mult;
import static dev.keyline.audio.gsm.Words.multRounded;
import static dev.keyline.audio.gsm.Words.sub;

/// Log area ratios, the form in which the eight reflection coefficients travel: coding them
/// (§5.2.6, §5.2.7), decoding them (§5.2.8) and easing from those of the last frame to those of
/// this one (§5.2.9). Coder and decoder each keep one of these, as the coder must filter with what
/// the decoder will have.
final class AreaRatios {
    static final int ORDER = 8;

    /// Where in the frame each of the four interpolated sets begins; the last ends with the frame.
    static final int[] SEGMENTS = {0, 13, 27, 40, 160};

    // EN 300 961 table 5.1.
    private static final int[] A = {20480, 20480, 20480, 20480, 13964, 15360, 8534, 9036};
    private static final int[] B = {0, 0, 2048, -2560, 94, -1792, -341, -1144};
    private static final int[] LEAST = {-32, -32, -16, -16, -8, -8, -4, -4};
    private static final int[] MOST = {31, 31, 15, 15, 7, 7, 3, 3};

    /// 1/A. EN 300 961 table 5.2.
    private static final int[] INVERSE_A = {13107, 13107, 13107, 13107, 19223, 17476, 31454, 29708};

    private int[] last = new int[ORDER];
    private int[] current = new int[ORDER];

    /// Codes reflection coefficients as they go into the frame.
    static void code(int[] reflection, int[] coded) {
        for (int i = 0; i < ORDER; i++) {
            int scaled = add(add(mult(A[i], toRatio(reflection[i])), B[i]), 256) >> 9;
            coded[i] = Math.clamp(scaled, LEAST[i], MOST[i]) - LEAST[i];
        }
    }

    /// Takes the coded ratios of the next frame; those of the one before are kept for easing.
    void accept(int[] coded) {
        int[] oldest = last;
        last = current;
        current = oldest;
        for (int i = 0; i < ORDER; i++) {
            int scaled = sub((coded[i] + LEAST[i]) << 10, B[i] << 1);
            int half = multRounded(INVERSE_A[i], scaled);
            current[i] = add(half, half);
        }
    }

    /// The reflection coefficients to use in one of the four segments of this frame.
    void reflection(int segment, int[] into) {
        for (int i = 0; i < ORDER; i++) {
            into[i] = toReflection(eased(segment, last[i], current[i]));
        }
    }

    private static int eased(int segment, int last, int current) {
        return switch (segment) {
            case 0 -> add(add(last >> 2, current >> 2), last >> 1);
            case 1 -> add(last >> 1, current >> 1);
            case 2 -> add(add(last >> 2, current >> 2), current >> 1);
            default -> current;
        };
    }

    /// The logarithm, as three straight lines (§5.2.6).
    private static int toRatio(int reflection) {
        int size = abs(reflection);
        int ratio = size < 22118 ? size >> 1 : size < 31130 ? size - 11059 : (size - 26112) << 2;
        return reflection < 0 ? -ratio : ratio;
    }

    /// The same three lines backwards (§5.2.9.2).
    private static int toReflection(int ratio) {
        int size = abs(ratio);
        int reflection =
                size < 11059 ? size << 1 : size < 20070 ? size + 11059 : add(size >> 2, 26112);
        return ratio < 0 ? -reflection : reflection;
    }
}
