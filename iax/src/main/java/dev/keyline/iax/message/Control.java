package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.FrameType;

/// News about the call: it rings, it was answered, it waits (RFC 5456 §8.3).
///
/// @param data usually nothing; a music class with HOLD, a list of parts with CONNECTED_LINE
public record Control(Indication indication, Bytes data) implements Message {
    public Control(Indication indication) {
        this(indication, Bytes.EMPTY);
    }

    static Message read(Body body) {
        var indication = Indication.of(body.value());
        return indication == null ? new Unknown(body) : new Control(indication, body.data());
    }

    @Override
    public Body body() {
        return Body.of(FrameType.CONTROL, indication.octet(), data);
    }
}
