package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;

/// A full frame nobody gave a meaning. It still has a sequence number and wants its ACK.
public record Unknown(Body body) implements Message {

    /// Its octets stay unseen: they may be elements, and those may be secrets.
    @Override
    public String toString() {
        return "Unknown[type=%d, subclass=%d, %d octets]"
                .formatted(body.type(), body.subclass(), body.data().length());
    }
}
