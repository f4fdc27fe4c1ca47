package dev.keyline.audio.tone;

/// Hears DTMF digits in samples of 8 kHz, block by block of 12.75 ms. A digit begins when two
/// blocks in a row hold it and ends when two do not, so that a click neither makes a digit nor cuts
/// one in two, and the 40 ms that ITU-T Q.24 asks for always suffice.
///
/// Voices are kept out by asking that the two tones be nearly all there is to hear.
public final class DtmfDetector {
    /// What is told, while [#hear] runs.
    public interface Listener {
        /// A digit sounds; told once, 13 to 39 ms after it began to.
        void began(char digit);

        /// The digit told of last sounds no more.
        ///
        /// @param millis how long it sounded, to the next block or so
        void ended(char digit, int millis);
    }

    /// Long enough to part rows 73 Hz apart, short enough that two whole ones lie in 40 ms.
    private static final int BLOCK = 102;

    /// Each tone at least this loud, in dBm0: Q.24 asks administrations for -25 to -29.
    private static final double QUIETEST = -36;

    /// The tones' part of the whole energy.
    private static final double PURITY = 0.7;

    /// The next best row or column is this many times weaker, in energy (8 dB).
    private static final double MARGIN = 6.3;

    /// How much stronger, in energy, one tone may be than the other: 8 dB for the high one, 10 dB
    /// for the low one, as long lines lose high notes.
    private static final double HIGH_TWIST = 6.3;

    private static final double LOW_TWIST = 10;

    private static final char NONE = 0;

    private static final double LEAST_POWER = Math.pow(Level.peak(QUIETEST) * BLOCK / 2, 2);
    private static final double[] ROW_COEFFICIENTS = coefficients(Dtmf.ROWS);
    private static final double[] COLUMN_COEFFICIENTS = coefficients(Dtmf.COLUMNS);

    private final short[] block = new short[BLOCK];
    private final double[] rows = new double[4];
    private final double[] columns = new double[4];
    private int filled;

    private char sounding = NONE;
    private char last = NONE;
    private int blocks;
    private int missed;

    /// Takes the next `count` samples, any number.
    public void hear(short[] samples, int offset, int count, Listener listener) {
        for (int done = 0; done < count; ) {
            int part = Math.min(count - done, BLOCK - filled);
            System.arraycopy(samples, offset + done, block, filled, part);
            filled += part;
            done += part;
            if (filled == BLOCK) {
                filled = 0;
                follow(digitInBlock(), listener);
            }
        }
    }

    /// All digits in a stretch of sound, in order.
    public static String digitsIn(short[] samples) {
        var digits = new StringBuilder();
        var detector = new DtmfDetector();
        detector.hear(
                samples,
                0,
                samples.length,
                new Listener() {
                    @Override
                    public void began(char digit) {
                        digits.append(digit);
                    }

                    @Override
                    public void ended(char digit, int millis) {}
                });
        return digits.toString();
    }

    private void follow(char heard, Listener listener) {
        if (sounding != NONE) {
            sustain(heard, listener);
        }
        if (sounding == NONE && heard != NONE && heard == last) {
            sounding = heard;
            blocks = 2;
            missed = 0;
            listener.began(heard);
        }
        last = heard;
    }

    private void sustain(char heard, Listener listener) {
        if (heard == sounding) {
            blocks += 1 + missed;
            missed = 0;
        } else if (++missed == 2) {
            char ended = sounding;
            sounding = NONE;
            listener.ended(ended, (int) (1000L * BLOCK * blocks / Tone.RATE));
        }
    }

    private char digitInBlock() {
        int row = strongest(ROW_COEFFICIENTS, rows);
        int column = strongest(COLUMN_COEFFICIENTS, columns);
        double low = rows[row];
        double high = columns[column];
        boolean digit =
                low >= LEAST_POWER
                        && high >= LEAST_POWER
                        && low <= high * LOW_TWIST
                        && high <= low * HIGH_TWIST
                        && standsOut(rows, row)
                        && standsOut(columns, column)
                        && 2 * (low + high) / BLOCK >= PURITY * Level.energy(block, 0, BLOCK);
        return digit ? Dtmf.KEYS.charAt((4 * row) + column) : NONE;
    }

    private int strongest(double[] coefficients, double[] powers) {
        int strongest = 0;
        for (int i = 0; i < 4; i++) {
            powers[i] = Level.goertzel(coefficients[i], block, 0, BLOCK);
            strongest = powers[i] > powers[strongest] ? i : strongest;
        }
        return strongest;
    }

    private static boolean standsOut(double[] powers, int strongest) {
        for (int i = 0; i < 4; i++) {
            if (i != strongest && powers[i] * MARGIN > powers[strongest]) {
                return false;
            }
        }
        return true;
    }

    private static double[] coefficients(double[] hertz) {
        double[] coefficients = new double[hertz.length];
        for (int i = 0; i < hertz.length; i++) {
            coefficients[i] = Level.coefficient(hertz[i]);
        }
        return coefficients;
    }
}
