package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.FrameType;

/// A piece of a picture that must arrive. Bit 6 of its subclass octet is not part of the format but
/// says that the picture ends here.
///
/// @param format a single bit; 0 when the sender is Asterisk 11 or later and the mark is set, which
///   forgets the format then: the previous one holds
/// @param mark the last piece of a picture
public record Video(long format, boolean mark, Bytes payload) implements Message {
    private static final int MARK = 0x40;

    public Video {
        if (Long.bitCount(format) > 1) {
            throw new IllegalArgumentException(
                    "not a single format bit: " + Long.toHexString(format));
        }
    }

    static Message read(Body body) {
        var plain = new Body(body.type(), body.subclass() & ~MARK, body.data());
        return Long.bitCount(plain.value()) > 1
                ? new Unknown(body)
                : new Video(plain.value(), (body.subclass() & MARK) != 0, body.data());
    }

    @Override
    public Body body() {
        return new Body(FrameType.VIDEO.octet(), octet() | (mark ? MARK : 0), payload);
    }

    /// Always a power of two, unless it is small enough to leave bit 6 alone.
    private int octet() {
        return format >= 0 && format < MARK
                ? (int) format
                : 0x80 | Long.numberOfTrailingZeros(format);
    }

    /// Payloads are long; their length says enough.
    @Override
    public String toString() {
        return "Video["
                + Formats.names(format)
                + (mark ? ", mark, " : ", ")
                + payload.length()
                + " octets]";
    }
}
