package dev.keyline.iax.wire;

/// Reads big-endian numbers and octets from a stretch of an array. Running out is [MalformedFrame].
public final class Reader {
    private final byte[] octets;
    private final int end;
    private int position;

    public Reader(byte[] octets, int offset, int length) {
        this.octets = octets;
        this.position = offset;
        this.end = offset + length;
    }

    public Reader(Bytes bytes) {
        this(bytes.shared(), 0, bytes.length());
    }

    /// The two octets at `at`, for whoever reads on the way and makes no reader.
    ///
    /// @return 0 to 65535
    public static int u16(byte[] octets, int at) {
        return ((octets[at] & 0xFF) << 8) | (octets[at + 1] & 0xFF);
    }

    /// The four octets at `at`, likewise.
    public static int i32(byte[] octets, int at) {
        return (u16(octets, at) << 16) | u16(octets, at + 2);
    }

    public int position() {
        return position;
    }

    public int left() {
        return end - position;
    }

    public int u8() throws MalformedFrame {
        need(1);
        return octets[position++] & 0xFF;
    }

    public int u16() throws MalformedFrame {
        need(2);
        int high = octets[position++] & 0xFF;
        return (high << 8) | (octets[position++] & 0xFF);
    }

    public int i32() throws MalformedFrame {
        int high = u16();
        return (high << 16) | u16();
    }

    public long i64() throws MalformedFrame {
        long high = i32();
        return (high << 32) | (i32() & 0xFFFFFFFFL);
    }

    public Bytes bytes(int length) throws MalformedFrame {
        need(length);
        var result = Bytes.copyOf(octets, position, length);
        position += length;
        return result;
    }

    public Bytes rest() throws MalformedFrame {
        return bytes(left());
    }

    private void need(int length) throws MalformedFrame {
        if (left() < length) {
            throw new MalformedFrame(position, length + " octets wanted, " + left() + " are left");
        }
    }
}
