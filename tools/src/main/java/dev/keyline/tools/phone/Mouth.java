package dev.keyline.tools.phone;

import dev.keyline.audio.codec.Codec;
import dev.keyline.audio.codec.Encoder;
import dev.keyline.iax.wire.Bytes;
import java.util.Arrays;

/// What we say, 20 ms at a time: the sound to its end, then silence.
final class Mouth {
    private static final int FRAME = Codec.SAMPLES_PER_FRAME;

    private final short[] sound;
    private final Codec codec;
    private final Encoder encoder;
    private int at;

    Mouth(short[] sound, Codec codec) {
        this.sound = sound;
        this.codec = codec;
        this.encoder = codec.encoder();
    }

    Bytes next() {
        var samples = new short[FRAME];
        int part = Math.min(FRAME, sound.length - at);
        System.arraycopy(sound, at, samples, 0, part);
        at += part;
        var octets = new byte[codec.octetsPerFrame()];
        int count = encoder.encode(samples, 0, FRAME, octets, 0);
        return Bytes.copyOf(Arrays.copyOf(octets, count));
    }

    boolean isSaid() {
        return at >= sound.length;
    }
}
