package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.FrameType;

/// A still picture (RFC 5456 §8.2).
///
/// @param format a single bit
public record Image(long format, Bytes payload) implements Message {
    static Message read(Body body) {
        long format = body.value();
        return Long.bitCount(format) == 1 ? new Image(format, body.data()) : new Unknown(body);
    }

    @Override
    public Body body() {
        return Body.ofFormat(FrameType.IMAGE, format, payload);
    }
}
