package dev.keyline.iax.wire;

/// The 15-bit number on the envelope (RFC 5456 §8.1.1), 0 to 32767. 0 means "not known yet"; 1 is
/// the source of answers that Asterisk sends without keeping state.
public record CallNumber(int value) {
    public static final int MAX = 0x7FFF;

    /// The destination of a frame whose sender does not know our number yet.
    public static final CallNumber NONE = new CallNumber(0);

    /// The source of CALLTOKEN, PONG and REJECT frames that belong to no call of ours.
    public static final CallNumber STATELESS = new CallNumber(1);

    public CallNumber {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException("call number " + value + " does not fit 15 bits");
        }
    }

    public boolean isNone() {
        return value == 0;
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
