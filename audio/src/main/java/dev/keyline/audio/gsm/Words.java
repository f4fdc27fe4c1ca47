package dev.keyline.audio.gsm;

/// The 16-bit and 32-bit arithmetic of EN 300 961 §5.1. Words are held in `int`, but every result
/// is within -32768 to 32767; too large a result becomes the nearest of the two.
final class Words {
    private static final int MAX = Short.MAX_VALUE;
    private static final int MIN = Short.MIN_VALUE;

    private Words() {}

    static int saturate(int value) {
        return Math.clamp(value, MIN, MAX);
    }

    static int add(int a, int b) {
        return saturate(a + b);
    }

    static int sub(int a, int b) {
        return saturate(a - b);
    }

    static int abs(int a) {
        return a == MIN ? MAX : Math.abs(a);
    }

    /// The product of two fractions of 2^15. Only MIN * MIN does not fit, and gives MAX.
    static int mult(int a, int b) {
        return saturate((a * b) >> 15);
    }

    /// As [#mult], but rounded to the nearest.
    static int multRounded(int a, int b) {
        return saturate(((a * b) + 16384) >> 15);
    }

    /// A fraction of 2^15; nothing is no part even of nothing.
    ///
    /// @param part 0 to `whole`
    static int divide(int part, int whole) {
        return part == 0 ? 0 : Math.min(MAX, (part << 15) / whole);
    }

    /// How many places a 32-bit number (not 0) can move left before its sign changes.
    static int headroom(int value) {
        return Integer.numberOfLeadingZeros(value ^ (value >> 31)) - 1;
    }

    /// As [#headroom], for a word.
    static int wordHeadroom(int value) {
        return headroom(value << 16);
    }

    static int saturate32(long value) {
        return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /// The largest magnitude among the words.
    static int peak(int[] words, int from, int count) {
        int peak = 0;
        for (int i = from; i < from + count; i++) {
            peak = Math.max(peak, abs(words[i]));
        }
        return peak;
    }
}
