package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.FrameType;

/// The speaker is silent; play noise of this level until voice returns (RFC 5456 §8.2).
///
/// @param level in -dBov, 0 to 127
public record ComfortNoise(int level) implements Message {
    static Message read(Body body) {
        return body.subclass() < 0x80 ? new ComfortNoise(body.subclass()) : new Unknown(body);
    }

    @Override
    public Body body() {
        return Body.of(FrameType.COMFORT_NOISE, level, Bytes.EMPTY);
    }
}
