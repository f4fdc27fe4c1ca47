package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.IaxCommand;

/// There is no such call here (RFC 5456 §6.9.2): the receiver forgets it at once.
public record Inval() implements Message {
    @Override
    public Body body() {
        return Draft.bare(IaxCommand.INVAL);
    }
}
