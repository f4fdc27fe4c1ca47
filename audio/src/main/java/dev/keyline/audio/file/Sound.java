package dev.keyline.audio.file;

import java.time.Duration;
import java.util.Arrays;

/// Samples of one voice, as read from a file or to be written to one. Equal when rate and samples
/// are.
public final class Sound implements SoundFile {
    private final int rate;
    private final short[] samples;

    /// @param rate samples per second, more than 0
    /// @param samples kept, not copied: a prompt may be large and is read once
    public Sound(int rate, short[] samples) {
        if (rate <= 0) {
            throw new IllegalArgumentException("a sound of " + rate + " samples per second");
        }
        this.rate = rate;
        this.samples = samples;
    }

    /// Samples per second.
    public int rate() {
        return rate;
    }

    /// The samples themselves, not a copy.
    public short[] samples() {
        return samples;
    }

    public Duration length() {
        return Duration.ofNanos(samples.length * 1_000_000_000L / rate);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sound sound
                && rate == sound.rate
                && Arrays.equals(samples, sound.samples);
    }

    @Override
    public int hashCode() {
        return (31 * rate) + Arrays.hashCode(samples);
    }

    @Override
    public String toString() {
        return samples.length + " samples at " + rate + " Hz";
    }
}
