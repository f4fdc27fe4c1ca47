package dev.keyline.audio.gsm;

import static dev.keyline.audio.gsm.LongTerm.LEAST_LAG;
import static dev.keyline.audio.gsm.LongTerm.MOST_LAG;
import static dev.keyline.audio.gsm.LongTerm.SUBFRAME;
import static dev.keyline.audio.gsm.Words.add;
import static dev.keyline.audio.gsm.Words.multRounded;

/// GSM full rate to speech, one direction of one call. Any 33 octets make some sound.
public final class FullRateDecoder {
    /// 0.86 of 2^15: undoes the coder's lift of high notes.
    private static final int DEEMPHASIS = 28180;

    /// Speech has 13 bits; the lowest three of 16 stay 0 (§5.3.7).
    private static final int THIRTEEN_BITS = ~7;

    private final LongTerm longTerm = new LongTerm();
    private final Lattice shortTerm = new Lattice();
    private final Pulses pulses = new Pulses();

    private final Parameters parameters = new Parameters();
    private final int[] frame = new int[FullRateEncoder.SAMPLES];
    private final int[] excitation = new int[SUBFRAME];
    private int lastLag = LEAST_LAG;
    private int lastSample;

    /// Decodes the 33 octets at `offset` of `from` into the 160 samples at `at` of `to`.
    ///
    /// @throws IndexOutOfBoundsException when an array is too short for it
    public void decode(byte[] from, int offset, short[] to, int at) {
        parameters.read(from, offset);
        for (int quarter = 0; quarter < Parameters.SUBFRAMES; quarter++) {
            pulses.decode(parameters, quarter, excitation);
            longTerm.foretell(lag(parameters.lag[quarter]), parameters.gain[quarter]);
            longTerm.advance(excitation, frame, quarter * SUBFRAME);
        }
        shortTerm.synthesise(parameters.lar, frame);
        postprocess(to, at);
    }

    /// A lag that no coder sends is a damaged one; the last good one is used again (§5.3.2).
    private int lag(int received) {
        if (received >= LEAST_LAG && received <= MOST_LAG) {
            lastLag = received;
        }
        return lastLag;
    }

    private void postprocess(short[] to, int at) {
        for (int k = 0; k < frame.length; k++) {
            lastSample = add(frame[k], multRounded(lastSample, DEEMPHASIS));
            to[at + k] = (short) (add(lastSample, lastSample) & THIRTEEN_BITS);
        }
    }
}
