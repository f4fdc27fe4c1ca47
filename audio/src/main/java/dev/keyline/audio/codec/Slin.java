package dev.keyline.audio.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Signed linear: two octets a sample, in one order or the other.
///
/// Asterisk swaps slin to network order on an IAX call and keeps the machine's own order, on every
/// machine it is run on today little-endian, in `.sln` files; RIFF files are little-endian by
/// definition.
public final class Slin implements Encoder, Decoder {
    /// As on an IAX call.
    public static final Slin BIG_ENDIAN = new Slin(ByteOrder.BIG_ENDIAN);

    /// As in `.sln` and `.wav` files.
    public static final Slin LITTLE_ENDIAN = new Slin(ByteOrder.LITTLE_ENDIAN);

    private final VarHandle sample;

    private Slin(ByteOrder order) {
        sample = MethodHandles.byteArrayViewVarHandle(short[].class, order);
    }

    @Override
    public int encode(short[] from, int offset, int count, byte[] to, int at) {
        for (int i = 0; i < count; i++) {
            sample.set(to, at + (2 * i), from[offset + i]);
        }
        return 2 * count;
    }

    @Override
    public int decode(byte[] from, int offset, int length, short[] to, int at) {
        int count = length / 2;
        for (int i = 0; i < count; i++) {
            to[at + i] = (short) sample.get(from, offset + (2 * i));
        }
        return count;
    }
}
