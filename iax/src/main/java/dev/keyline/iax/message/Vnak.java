package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.IaxCommand;

/// A frame is missing: send again from the envelope's `expected` on (RFC 5456 §6.9.3).
public record Vnak() implements Message {
    @Override
    public Body body() {
        return Draft.bare(IaxCommand.VNAK);
    }
}
