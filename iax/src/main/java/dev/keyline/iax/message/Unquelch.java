package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.IaxCommand;

/// Go on sending voice, after a [Quelch] (RFC 5456 §6.4).
public record Unquelch() implements Message {
    @Override
    public Body body() {
        return Draft.bare(IaxCommand.UNQUELCH);
    }
}
