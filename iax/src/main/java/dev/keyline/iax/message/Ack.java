package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.IaxCommand;

/// Your frames up to the envelope's `expected` arrived (RFC 5456 §6.9.1).
public record Ack() implements Message {
    @Override
    public Body body() {
        return Draft.bare(IaxCommand.ACK);
    }
}
