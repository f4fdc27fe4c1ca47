package dev.keyline.tools.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// What a block of our voice says about itself in its first 20 octets, so that its echo can be
/// told: a mark, the call, the number of the block in it, and the time when it was said. An echo
/// that comes back through another codec has lost it.
final class Stamp {
    static final int LENGTH = 20;

    private static final int MARK = 0x4B65_796C;
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Stamp() {}

    static void write(byte[] block, int call, int number, long now) {
        INT.set(block, 0, MARK);
        INT.set(block, 4, call);
        INT.set(block, 8, number);
        LONG.set(block, 12, now);
    }

    /// Whether the block at this place bears one.
    static boolean isAt(byte[] octets, int offset, int length) {
        return length >= LENGTH && (int) INT.get(octets, offset) == MARK;
    }

    static int call(byte[] octets, int offset) {
        return (int) INT.get(octets, offset + 4);
    }

    static int number(byte[] octets, int offset) {
        return (int) INT.get(octets, offset + 8);
    }

    static long saidAt(byte[] octets, int offset) {
        return (long) LONG.get(octets, offset + 12);
    }
}
