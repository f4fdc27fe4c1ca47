package dev.keyline.audio.tone;

import java.time.Duration;
import java.util.List;

/// Tones one after the other, each for a time, once or round and round.
public record Cadence(List<Beat> beats, boolean repeats) {
    /// The precise tones of North America, as in Asterisk's `[us]` of indications.conf. Levels per
    /// frequency: dial -13 dBm0, ringing -19, busy and congestion -24.
    public static final Cadence DIAL = steady(Tone.pair(350, 440, -13));

    public static final Cadence RINGING = onOff(Tone.pair(440, 480, -19), 2000, 4000);
    public static final Cadence BUSY = onOff(Tone.pair(480, 620, -24), 500, 500);
    public static final Cadence CONGESTION = onOff(Tone.pair(480, 620, -24), 250, 250);

    public static final Cadence SILENCE = steady(Tone.SILENCE);
    public static final Cadence MILLIWATT = steady(Tone.MILLIWATT);
    public static final Cadence DIGITAL_MILLIWATT = steady(Tone.DIGITAL_MILLIWATT);

    /// A milliwatt line for tests, Asterisk's `Milliwatt(m)`: nine seconds of tone, one of silence.
    public static final Cadence MILLIWATT_TEST_LINE = onOff(Tone.MILLIWATT, 9000, 1000);

    public Cadence {
        beats = List.copyOf(beats);
        if (beats.isEmpty()) {
            throw new IllegalArgumentException("a cadence without a beat");
        }
    }

    /// A tone for a time.
    ///
    /// @param millis more than 0
    public record Beat(Tone tone, int millis) {
        public Beat {
            if (millis <= 0) {
                throw new IllegalArgumentException("a beat of " + millis + " ms");
            }
        }

        int samples() {
            return (int) (millis * (long) Tone.RATE / 1000);
        }
    }

    /// One tone without end.
    public static Cadence steady(Tone tone) {
        return new Cadence(List.of(new Beat(tone, 1000)), true);
    }

    /// One tone for a time, then nothing.
    public static Cadence once(Tone tone, int millis) {
        return new Cadence(List.of(new Beat(tone, millis)), false);
    }

    /// A tone that comes and goes, without end.
    public static Cadence onOff(Tone tone, int onMillis, int offMillis) {
        return new Cadence(
                List.of(new Beat(tone, onMillis), new Beat(Tone.SILENCE, offMillis)), true);
    }

    /// How long one round is.
    public Duration length() {
        return Duration.ofMillis(beats.stream().mapToLong(Beat::millis).sum());
    }

    /// One round as samples.
    public short[] samples() {
        short[] all = new short[beats.stream().mapToInt(Beat::samples).sum()];
        new ToneSource(this).next(all, 0, all.length);
        return all;
    }
}
