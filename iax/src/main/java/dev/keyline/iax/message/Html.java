package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.FrameType;

/// A page, or a link to one (RFC 5456 §8.2). Nothing here is ever opened by itself.
///
/// @param kind 1 URL, 2 data, 4 begin, 8 end, 16 load complete, 17 not supported, 18 link URL, 19
///   unlink, 20 link rejected; below 128
public record Html(int kind, Bytes data) implements Message {
    /// The answer of one that cannot show pages (RFC 5456 §6.10.6).
    public static final Html NOT_SUPPORTED = new Html(17, Bytes.EMPTY);

    /// Whether it is a page or a link, and not an answer to one.
    public boolean isForPeople() {
        return kind <= 8 || kind == 18;
    }

    static Message read(Body body) {
        return body.subclass() < 0x80 ? new Html(body.subclass(), body.data()) : new Unknown(body);
    }

    @Override
    public Body body() {
        return Body.of(FrameType.HTML, kind, data);
    }
}
