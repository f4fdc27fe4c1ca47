package dev.keyline.audio.gsm;

import static dev.keyline.audio.gsm.LongTerm.SUBFRAME;

/// Speech to GSM full rate, one direction of one call. Follow [#encode] to see the whole coder.
public final class FullRateEncoder {
    /// Samples in a frame: 20 ms of 8 kHz.
    public static final int SAMPLES = 160;

    /// Octets in a frame.
    public static final int OCTETS = 33;

    private final Preprocessing preprocessing = new Preprocessing();
    private final Prediction prediction = new Prediction();
    private final Lattice shortTerm = new Lattice();
    private final LongTerm longTerm = new LongTerm();
    private final Pulses pulses = new Pulses();

    private final Parameters parameters = new Parameters();
    private final int[] frame = new int[SAMPLES];
    private final int[] excitation = new int[SUBFRAME];
    private final int[] rebuilt = new int[SUBFRAME];

    /// Encodes the 160 samples at `offset` of `from` into the 33 octets at `at` of `to`.
    ///
    /// @throws IndexOutOfBoundsException when an array is too short for it
    public void encode(short[] from, int offset, byte[] to, int at) {
        preprocessing.prepare(from, offset, frame);
        prediction.predict(frame, parameters.lar);
        shortTerm.analyse(parameters.lar, frame);
        for (int quarter = 0; quarter < Parameters.SUBFRAMES; quarter++) {
            encodeQuarter(quarter, quarter * SUBFRAME);
        }
        parameters.write(to, at);
    }

    /// The pulses are decoded again at once: the next quarter is foretold from what the decoder
    /// will have, not from what went in.
    private void encodeQuarter(int quarter, int at) {
        int lag = longTerm.search(frame, at);
        int gain = longTerm.gain();
        parameters.lag[quarter] = lag;
        parameters.gain[quarter] = gain;
        longTerm.subtract(lag, gain, frame, at);
        pulses.code(frame, at, parameters, quarter);
        pulses.decode(parameters, quarter, excitation);
        longTerm.advance(excitation, rebuilt, 0);
    }
}
