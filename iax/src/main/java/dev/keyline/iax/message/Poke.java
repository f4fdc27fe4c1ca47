package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;

/// Are you there? Asked outside a call (RFC 5456 §6.7). Asterisk adds an empty call token, as to
/// every first message; no receiver asks for one.
public record Poke() implements Message {
    @Override
    public Body body() {
        return new Draft().flag(ElementId.CALLTOKEN, true).body(IaxCommand.POKE);
    }
}
