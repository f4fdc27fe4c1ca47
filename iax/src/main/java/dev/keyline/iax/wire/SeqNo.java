package dev.keyline.iax.wire;

/// An 8-bit stream sequence number that wraps (RFC 5456 §8.1.1), 0 to 255.
public record SeqNo(int value) {
    public static final SeqNo ZERO = new SeqNo(0);

    public SeqNo {
        if (value < 0 || value > 0xFF) {
            throw new IllegalArgumentException("sequence number " + value + " does not fit 8 bits");
        }
    }

    public SeqNo next() {
        return new SeqNo(value + 1 & 0xFF);
    }

    /// How many steps forward lead from `earlier` to this number, 0 to 255.
    public int since(SeqNo earlier) {
        return value - earlier.value & 0xFF;
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
