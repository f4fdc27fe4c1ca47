package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;

/// Both sides hear each other; the one in the middle leaves (RFC 5456 §6.5).
///
/// @param callNumber the other end's number for its call, 0 if not said
public record TransferRelease(int callNumber) implements Message {
    static TransferRelease read(Fields in) {
        return new TransferRelease(in.number(ElementId.CALLNO, 0));
    }

    @Override
    public Body body() {
        return new Draft().u16(ElementId.CALLNO, Draft.nonZero(callNumber)).body(IaxCommand.TXREL);
    }
}
