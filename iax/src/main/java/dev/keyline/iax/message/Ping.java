package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.IaxCommand;

/// Are you there, and how well do you hear me? (RFC 5456 §6.7)
public record Ping() implements Message {
    @Override
    public Body body() {
        return Draft.bare(IaxCommand.PING);
    }
}
