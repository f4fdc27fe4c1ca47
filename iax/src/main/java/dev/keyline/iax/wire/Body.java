package dev.keyline.iax.wire;

/// The kind of a full frame and its data: what is left when the envelope is taken off.
///
/// @param type the frame type octet, 0 to 255 (RFC 5456 §8.2); see [FrameType] for those with a
///   name
/// @param subclass the subclass octet as it stands, C bit included; [#value] decodes it
/// @param data information elements for type IAX; codec octets, text and so on for the others
public record Body(int type, int subclass, Bytes data) {
    private static final int COMPRESSED = 0x80;

    public Body {
        if (type < 0 || type > 0xFF || subclass < 0 || subclass > 0xFF) {
            throw new IllegalArgumentException(
                    "type " + type + ", subclass " + subclass + ": one octet each");
        }
    }

    /// A body whose subclass is a plain value below 128.
    public static Body of(FrameType type, int subclass, Bytes data) {
        return new Body(type.octet(), subclass, data);
    }

    /// A media body: the format's single bit, written plainly below 128 and as a power of two above
    /// (RFC 5456 §8.1.1).
    public static Body ofFormat(FrameType type, long formatBit, Bytes data) {
        if (Long.bitCount(formatBit) != 1) {
            throw new IllegalArgumentException(
                    "not a single format bit: " + Long.toHexString(formatBit));
        }
        int octet =
                formatBit > 0 && formatBit < 0x80
                        ? (int) formatBit
                        : COMPRESSED | Long.numberOfTrailingZeros(formatBit);
        return new Body(type.octet(), octet & 0xFF, data);
    }

    public boolean is(FrameType wanted) {
        return type == wanted.octet();
    }

    /// The subclass decoded: the octet itself below 0x80, -1 for 0xFF, else one bit set at the
    /// exponent. Exponents above 63 decode to 0, which no format and no command has.
    public long value() {
        if (subclass < COMPRESSED) {
            return subclass;
        }
        int exponent = subclass & 0x7F;
        return exponent == 0x7F ? -1 : exponent > 63 ? 0 : 1L << exponent;
    }

    /// The data stays unseen: the elements of an IAX frame may be secrets.
    @Override
    public String toString() {
        return "Body[type=" + type + ", subclass=" + subclass + ", " + data.length() + " octets]";
    }
}
