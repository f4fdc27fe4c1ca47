package dev.keyline.audio.codec;

import dev.keyline.audio.gsm.FullRateDecoder;
import dev.keyline.audio.gsm.FullRateEncoder;

/// Runs of GSM frames: the codec next door does one frame, a packet or a file holds several.
final class GsmFrames {
    private static final int SAMPLES = FullRateEncoder.SAMPLES;
    private static final int OCTETS = FullRateEncoder.OCTETS;

    private GsmFrames() {}

    record Encoding(FullRateEncoder frame) implements Encoder {
        @Override
        public int encode(short[] from, int offset, int count, byte[] to, int at) {
            if (count % SAMPLES != 0) {
                throw new IllegalArgumentException(
                        "GSM encodes whole frames of 160 samples, not " + count);
            }
            int frames = count / SAMPLES;
            for (int i = 0; i < frames; i++) {
                frame.encode(from, offset + (i * SAMPLES), to, at + (i * OCTETS));
            }
            return frames * OCTETS;
        }
    }

    record Decoding(FullRateDecoder frame) implements Decoder {
        @Override
        public int decode(byte[] from, int offset, int length, short[] to, int at) {
            int frames = length / OCTETS;
            for (int i = 0; i < frames; i++) {
                frame.decode(from, offset + (i * OCTETS), to, at + (i * SAMPLES));
            }
            return frames * SAMPLES;
        }
    }
}
