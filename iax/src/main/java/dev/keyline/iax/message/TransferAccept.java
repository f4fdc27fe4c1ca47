package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/// I hear you (RFC 5456 §6.5).
///
/// @param transferId the RFC wants it, Asterisk leaves it out
public record TransferAccept(@Nullable Integer transferId) implements Message {
    static TransferAccept read(Fields in) {
        return new TransferAccept(in.number(ElementId.TRANSFERID));
    }

    @Override
    public Body body() {
        return new Draft().u32(ElementId.TRANSFERID, transferId).body(IaxCommand.TXACC);
    }
}
