package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.IaxCommand;

/// This is the proof (RFC 5456 §6.2).
public record AuthReply(AuthResult result) implements Message {
    static AuthReply read(Fields in) {
        return new AuthReply(AuthResult.read(in));
    }

    @Override
    public Body body() {
        return new Draft().result(result).body(IaxCommand.AUTHREP);
    }
}
