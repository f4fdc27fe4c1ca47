package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;

/// I do not understand that command (RFC 5456 §6.9.5).
///
/// @param command the subclass octet that was not understood, 0 if not said
public record Unsupported(int command) implements Message {
    static Unsupported read(Fields in) {
        return new Unsupported(in.number(ElementId.IAX_UNKNOWN, 0));
    }

    @Override
    public Body body() {
        return new Draft().u8(ElementId.IAX_UNKNOWN, command).body(IaxCommand.UNSUPPORT);
    }
}
