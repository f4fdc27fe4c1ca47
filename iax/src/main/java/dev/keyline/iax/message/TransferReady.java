package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;

/// The direct path works from here (RFC 5456 §6.5).
///
/// @param callNumber the other end's number for its call, 0 if not said
public record TransferReady(int callNumber) implements Message {
    static TransferReady read(Fields in) {
        return new TransferReady(in.number(ElementId.CALLNO, 0));
    }

    @Override
    public Body body() {
        return new Draft()
                .u16(ElementId.CALLNO, Draft.nonZero(callNumber))
                .body(IaxCommand.TXREADY);
    }
}
