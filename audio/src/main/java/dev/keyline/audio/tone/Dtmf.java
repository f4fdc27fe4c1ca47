package dev.keyline.audio.tone;

import java.util.ArrayList;
import java.util.List;

/// Digits as pairs of tones (ITU-T Q.23): one of four low frequencies, the row on the keypad, and
/// one of four high ones, the column.
public final class Dtmf {
    static final double[] ROWS = {697, 770, 852, 941};
    static final double[] COLUMNS = {1209, 1336, 1477, 1633};

    /// The keypad, row by row.
    static final String KEYS = "123A456B789C*0#D";

    /// The high tone is sent somewhat louder, as lines lose high notes first.
    private static final double ROW_LEVEL = -10;

    private static final double COLUMN_LEVEL = -8;

    private Dtmf() {}

    /// Whether this is one of the 16 digits: 0 to 9, `*`, `#`, A to D (capital).
    public static boolean isDigit(char digit) {
        return KEYS.indexOf(digit) >= 0;
    }

    /// The tone of a digit.
    ///
    /// @throws IllegalArgumentException when it is none
    public static Tone tone(char digit) {
        int key = KEYS.indexOf(digit);
        if (key < 0) {
            throw new IllegalArgumentException("'" + digit + "' is no DTMF digit");
        }
        return new Tone(
                List.of(
                        new Tone.Sine(ROWS[key / 4], ROW_LEVEL, 0),
                        new Tone.Sine(COLUMNS[key % 4], COLUMN_LEVEL, 0)));
    }

    /// Digits one after the other, each followed by silence.
    ///
    /// @param digits at least one
    /// @param onMillis each digit; 40 ms is the shortest that must be heard (ITU-T Q.24)
    /// @param offMillis each silence; likewise 40 ms
    public static Cadence dial(String digits, int onMillis, int offMillis) {
        var beats = new ArrayList<Cadence.Beat>();
        for (int i = 0; i < digits.length(); i++) {
            beats.add(new Cadence.Beat(tone(digits.charAt(i)), onMillis));
            beats.add(new Cadence.Beat(Tone.SILENCE, offMillis));
        }
        return new Cadence(beats, false);
    }
}
