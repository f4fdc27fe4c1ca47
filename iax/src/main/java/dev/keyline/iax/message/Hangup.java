package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;

/// The call is over (RFC 5456 §6.2). The code is written even if it is 0, as Asterisk does.
///
/// @param cause in words, empty if not said
/// @param code Q.850 cause, 0 if not said
public record Hangup(String cause, int code) implements Message {
    static Hangup read(Fields in) {
        return new Hangup(in.text(ElementId.CAUSE), in.number(ElementId.CAUSECODE, 0));
    }

    @Override
    public Body body() {
        return new Draft()
                .text(ElementId.CAUSE, cause)
                .u8(ElementId.CAUSECODE, code)
                .body(IaxCommand.HANGUP);
    }
}
