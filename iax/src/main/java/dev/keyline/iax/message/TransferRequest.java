package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;

/// Talk directly to that address (RFC 5456 §6.5).
///
/// @param address the other end, [ApparentAddress#NONE] if not said
/// @param callNumber the other end's number for its call, 0 if not said
/// @param transferId the same number on both sides of one transfer, any 32 bits
public record TransferRequest(ApparentAddress address, int callNumber, int transferId)
        implements Message {
    static TransferRequest read(Fields in) {
        var address = in.octets(ElementId.APPARENT_ADDR);
        return new TransferRequest(
                address == null ? ApparentAddress.NONE : ApparentAddress.read(address),
                in.number(ElementId.CALLNO, 0),
                in.number(ElementId.TRANSFERID, 0));
    }

    @Override
    public Body body() {
        return new Draft()
                .octets(ElementId.APPARENT_ADDR, address.isNone() ? null : address.encode())
                .u16(ElementId.CALLNO, callNumber)
                .u32(ElementId.TRANSFERID, transferId)
                .body(IaxCommand.TXREQ);
    }
}
