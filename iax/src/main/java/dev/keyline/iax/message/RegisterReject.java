package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;

/// The registration is refused (RFC 5456 §6.1).
///
/// @param cause in words, empty if not said
/// @param code Q.850 cause, 0 if not said
public record RegisterReject(String cause, int code) implements Message {
    static RegisterReject read(Fields in) {
        return new RegisterReject(in.text(ElementId.CAUSE), in.number(ElementId.CAUSECODE, 0));
    }

    @Override
    public Body body() {
        return new Draft()
                .text(ElementId.CAUSE, cause)
                .u8(ElementId.CAUSECODE, Draft.nonZero(code))
                .body(IaxCommand.REGREJ);
    }
}
