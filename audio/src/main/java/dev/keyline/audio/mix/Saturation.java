package dev.keyline.audio.mix;

/// The nearest sample to a number that may be too large for one.
final class Saturation {
    private Saturation() {}

    static short sample(long value) {
        return (short) Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
