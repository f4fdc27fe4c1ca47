package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;

/// The call is taken, in this format (RFC 5456 §6.2).
///
/// @param format a single bit; 0 if the sender did not say
public record Accept(long format) implements Message {
    static Accept read(Fields in) {
        return new Accept(in.mask(ElementId.FORMAT, ElementId.FORMAT2));
    }

    @Override
    public Body body() {
        return new Draft()
                .mask(ElementId.FORMAT, ElementId.FORMAT2, format)
                .body(IaxCommand.ACCEPT);
    }
}
