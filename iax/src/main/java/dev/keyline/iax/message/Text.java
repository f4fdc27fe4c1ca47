package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.FrameType;

/// A line of text for the other party (RFC 5456 §8.2). Written with a trailing NUL, as Asterisk
/// does, and read with or without.
public record Text(String text) implements Message {
    static Text read(Body body) {
        return new Text(Texts.decodeAll(Texts.upToNul(body.data())));
    }

    @Override
    public Body body() {
        return Body.of(FrameType.TEXT, 0, Bytes.utf8(text + "\0"));
    }
}
