package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;

/// The call is refused (RFC 5456 §6.2). One sent without keeping state says nothing at all.
///
/// @param cause in words, empty if not said
/// @param code Q.850 cause, 0 if not said
public record Reject(String cause, int code) implements Message {
    static Reject read(Fields in) {
        return new Reject(in.text(ElementId.CAUSE), in.number(ElementId.CAUSECODE, 0));
    }

    @Override
    public Body body() {
        return new Draft()
                .text(ElementId.CAUSE, cause)
                .u8(ElementId.CAUSECODE, Draft.nonZero(code))
                .body(IaxCommand.REJECT);
    }
}
