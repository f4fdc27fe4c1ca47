package dev.keyline.iax.wire;

import java.util.Arrays;

/// Writes big-endian numbers and octets into an array that grows.
public final class Writer {
    /// Most full frames have fewer octets; a longer one has the array grow.
    private static final int USUAL = 96;

    private byte[] octets;
    private int length;

    public Writer() {
        this(USUAL);
    }

    /// For whoever knows how much he will write.
    Writer(int room) {
        octets = new byte[room];
    }

    public Writer u8(int value) {
        room(1);
        octets[length++] = (byte) value;
        return this;
    }

    public Writer u16(int value) {
        return u8(value >> 8).u8(value);
    }

    public Writer i32(int value) {
        return u16(value >>> 16).u16(value);
    }

    public Writer i64(long value) {
        return i32((int) (value >>> 32)).i32((int) value);
    }

    public Writer bytes(Bytes bytes) {
        room(bytes.length());
        bytes.copyTo(octets, length);
        length += bytes.length();
        return this;
    }

    /// So many octets of an array.
    public Writer bytes(byte[] from, int offset, int count) {
        room(count);
        System.arraycopy(from, offset, octets, length, count);
        length += count;
        return this;
    }

    /// Overwrites four octets that are there.
    void i32At(int position, int value) {
        java.util.Objects.checkFromIndexSize(position, 4, length);
        for (int i = 0; i < 4; i++) {
            octets[position + i] = (byte) (value >>> (24 - 8 * i));
        }
    }

    /// Begins anew in the same array.
    public void clear() {
        length = 0;
    }

    public int length() {
        return length;
    }

    /// What was written, at the beginning of an array that is still written to.
    public byte[] array() {
        return octets;
    }

    public byte[] toArray() {
        return Arrays.copyOf(octets, length);
    }

    public Bytes toBytes() {
        return Bytes.copyOf(octets, 0, length);
    }

    private void room(int more) {
        if (length + more > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + more));
        }
    }
}
