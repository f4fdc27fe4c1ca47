package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;

/// The calls cannot be joined directly (RFC 5456 §6.5); they stay with whoever asked.
///
/// @param cause in words, empty if not said
/// @param code Q.850 cause, 0 if not said
public record TransferReject(String cause, int code) implements Message {
    static TransferReject read(Fields in) {
        return new TransferReject(in.text(ElementId.CAUSE), in.number(ElementId.CAUSECODE, 0));
    }

    @Override
    public Body body() {
        return new Draft()
                .text(ElementId.CAUSE, cause)
                .u8(ElementId.CAUSECODE, Draft.nonZero(code))
                .body(IaxCommand.TXREJ);
    }
}
