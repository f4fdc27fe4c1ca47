package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;

/// I was told to talk to you directly: do you hear me? (RFC 5456 §6.5)
public record TransferConnect(int transferId) implements Message {
    static TransferConnect read(Fields in) {
        return new TransferConnect(in.number(ElementId.TRANSFERID, 0));
    }

    @Override
    public Body body() {
        return new Draft().u32(ElementId.TRANSFERID, transferId).body(IaxCommand.TXCNT);
    }
}
