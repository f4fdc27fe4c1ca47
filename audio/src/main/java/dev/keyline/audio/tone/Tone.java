package dev.keyline.audio.tone;

import java.util.List;

/// A steady sound: sines of given frequency and level, or none, which is silence.
public record Tone(List<Sine> sines) {
    /// Samples per second of all that is made and heard here.
    public static final int RATE = 8000;

    public static final Tone SILENCE = new Tone(List.of());

    /// The milliwatt: 1004 Hz at 0 dBm0, as Asterisk's `Milliwatt()`. The odd 4 Hz keep it from
    /// falling on the same few samples for ever.
    public static final Tone MILLIWATT = of(1004, 0);

    /// The digital milliwatt, 1000 Hz at 0 dBm0, as Asterisk's `Milliwatt(o)`. It begins where
    /// ITU-T G.711 table 6 does, so that µ-law makes it the eight octets given there.
    public static final Tone DIGITAL_MILLIWATT = new Tone(List.of(new Sine(1000, 0, 202.5)));

    public Tone {
        sines = List.copyOf(sines);
    }

    /// One sine.
    ///
    /// @param hertz more than 0, less than 4000
    /// @param dbm0 at most 3.17, the loudest that a sine can be
    /// @param phase in degrees, where it begins
    public record Sine(double hertz, double dbm0, double phase) {
        public Sine {
            if (!(hertz > 0 && hertz < RATE / 2.0)) {
                throw new IllegalArgumentException(
                        "a tone of " + hertz + " Hz; it must lie between 0 and 4000");
            }
            if (!(dbm0 <= 3.17)) {
                throw new IllegalArgumentException(
                        "a tone of " + dbm0 + " dBm0; 3.17 is the loudest");
            }
        }
    }

    /// One frequency.
    public static Tone of(double hertz, double dbm0) {
        return new Tone(List.of(new Sine(hertz, dbm0, 0)));
    }

    /// Two frequencies at once.
    ///
    /// @param dbm0 the level of each
    public static Tone pair(double low, double high, double dbm0) {
        return new Tone(List.of(new Sine(low, dbm0, 0), new Sine(high, dbm0, 0)));
    }
}
