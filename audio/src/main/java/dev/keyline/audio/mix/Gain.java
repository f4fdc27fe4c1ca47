package dev.keyline.audio.mix;

/// Louder or softer, in place. What gets too loud becomes the loudest there is.
///
/// @param factor by which samples are multiplied, 0 or more
public record Gain(double factor) {
    /// Leaves sound as it is.
    public static final Gain NONE = new Gain(1);

    public Gain {
        if (!(factor >= 0)) {
            throw new IllegalArgumentException("a gain of " + factor);
        }
    }

    /// Plus is louder.
    public static Gain decibels(double decibels) {
        return new Gain(Math.pow(10, decibels / 20));
    }

    public void apply(short[] samples, int offset, int count) {
        if (factor == 1) {
            return;
        }
        for (int i = offset; i < offset + count; i++) {
            samples[i] = Saturation.sample(Math.round(samples[i] * factor));
        }
    }
}
