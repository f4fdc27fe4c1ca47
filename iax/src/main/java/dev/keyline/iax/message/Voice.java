package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.FrameType;

/// Sound that must arrive, because it names the format of the mini frames that follow (RFC 5456
/// §8.1.2).
///
/// @param format a single bit, perhaps one that [MediaFormat] does not know
public record Voice(long format, Bytes payload) implements Message {
    static Message read(Body body) {
        long format = body.value();
        return Long.bitCount(format) == 1 ? new Voice(format, body.data()) : new Unknown(body);
    }

    @Override
    public Body body() {
        return Body.ofFormat(FrameType.VOICE, format, payload);
    }

    /// Payloads are long; their length says enough.
    @Override
    public String toString() {
        return "Voice[" + Formats.names(format) + ", " + payload.length() + " octets]";
    }
}
