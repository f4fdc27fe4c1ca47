package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;

/// Both sides hear each other; media goes directly, the rest stays (RFC 5456 §6.5).
///
/// @param callNumber the other end's number for its call, 0 if not said
public record TransferMedia(int callNumber) implements Message {
    static TransferMedia read(Fields in) {
        return new TransferMedia(in.number(ElementId.CALLNO, 0));
    }

    @Override
    public Body body() {
        return new Draft()
                .u16(ElementId.CALLNO, Draft.nonZero(callNumber))
                .body(IaxCommand.TXMEDIA);
    }
}
