package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/// Voice mail is waiting (RFC 5456 §6.9). Asterisk never sends it and answers [Unsupported].
///
/// @param messageCount old messages in the upper octet, new in the lower
public record MessageWaiting(@Nullable Integer messageCount) implements Message {
    static MessageWaiting read(Fields in) {
        return new MessageWaiting(in.number(ElementId.MSGCOUNT));
    }

    @Override
    public Body body() {
        return new Draft().u16(ElementId.MSGCOUNT, messageCount).body(IaxCommand.MWI);
    }
}
