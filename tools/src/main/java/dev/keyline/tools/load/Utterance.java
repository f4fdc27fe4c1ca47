package dev.keyline.tools.load;

import dev.keyline.audio.codec.Codec;
import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.Tone;
import dev.keyline.audio.tone.ToneSource;
import java.util.Arrays;

/// What callers of a role say, ready to be sent: blocks of 20 ms in one codec, said again and
/// again.
///
/// @param stamped whether each block bears a [Stamp] when it is said
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Utterance(byte[][] blocks, boolean stamped) {
    /// A second holds whole periods of it, so that its repetition does not click.
    private static final Cadence HUM = Cadence.steady(Tone.of(400, -20));

    static Utterance of(Sample sample, Codec codec) {
        return new Utterance(
                blocks(sample.isTone() ? hum() : sample.samples(), codec), sample.isTone());
    }

    private static short[] hum() {
        var second = new short[Tone.RATE];
        new ToneSource(HUM).next(second, 0, second.length);
        return second;
    }

    private static byte[][] blocks(short[] samples, Codec codec) {
        int count = Math.ceilDiv(samples.length, Codec.SAMPLES_PER_FRAME);
        var octets = codec.encode(Arrays.copyOf(samples, count * Codec.SAMPLES_PER_FRAME));
        int size = codec.octetsPerFrame();
        var blocks = new byte[count][];
        for (int i = 0; i < count; i++) {
            blocks[i] = Arrays.copyOfRange(octets, i * size, (i + 1) * size);
        }
        return blocks;
    }

    /// The block of this number, counted from 0; not to be changed.
    byte[] block(int number) {
        return blocks[number % blocks.length];
    }
}
