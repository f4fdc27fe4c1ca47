package dev.keyline.iax.trace;

import dev.keyline.iax.wire.Bytes;
import java.util.Optional;

/// A stretch of a captured packet; big-endian inside, whatever the file is.
final class Octets {
    private final byte[] array;
    private final int start;
    private final int end;

    Octets(byte[] array, int start, int end) {
        this.array = array;
        this.start = start;
        this.end = end;
    }

    int length() {
        return end - start;
    }

    /// Whether the stretch holds `count` octets at least.
    boolean has(int count) {
        return length() >= count;
    }

    int u8(int at) {
        return array[start + at] & 0xFF;
    }

    int u16(int at) {
        return (u8(at) << 8) | u8(at + 1);
    }

    Bytes bytes(int at, int count) {
        return Bytes.copyOf(array, start + at, count);
    }

    /// What follows the first `count` octets, if there are that many.
    Optional<Octets> after(int count) {
        return has(count) ? Optional.of(new Octets(array, start + count, end)) : Optional.empty();
    }

    /// The first `count` octets, if there are that many.
    Optional<Octets> first(int count) {
        return has(count) ? Optional.of(new Octets(array, start, start + count)) : Optional.empty();
    }

    static int u32(byte[] array, int at, boolean little) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = (value << 8) | (array[at + (little ? 3 - i : i)] & 0xFF);
        }
        return value;
    }
}
