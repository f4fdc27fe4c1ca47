package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/// Your address is noted, or forgotten after a [RegisterRelease] (RFC 5456 §6.1).
///
/// @param dateTime the registrar's date, see [DateTime]
/// @param refresh for how long it is kept, in seconds
/// @param address where the registrar sees us
/// @param messageCount waiting voice mail: old messages in the upper octet, new in the lower;
///   0xFFFF for "some, number unknown"; absent without a mailbox
public record RegisterAck(
        String username,
        @Nullable Integer dateTime,
        @Nullable Integer refresh,
        @Nullable ApparentAddress address,
        @Nullable Integer messageCount,
        @Nullable String callingNumber,
        @Nullable String callingName)
        implements Message {
    private static @Nullable String callingName(Fields in) {
        var name = Texts.withoutControls(in.name(ElementId.CALLING_NAME));
        return name.isEmpty() ? null : name;
    }

    static RegisterAck read(Fields in) {
        var address = in.octets(ElementId.APPARENT_ADDR);
        return new RegisterAck(
                in.name(ElementId.USERNAME),
                in.number(ElementId.DATETIME),
                in.number(ElementId.REFRESH),
                address == null ? null : ApparentAddress.read(address),
                in.number(ElementId.MSGCOUNT),
                in.nameOrNull(ElementId.CALLING_NUMBER),
                callingName(in));
    }

    @Override
    public Body body() {
        return new Draft()
                .text(ElementId.USERNAME, username)
                .u32(ElementId.DATETIME, dateTime)
                .u16(ElementId.REFRESH, refresh)
                .octets(ElementId.APPARENT_ADDR, address == null ? null : address.encode())
                .u16(ElementId.MSGCOUNT, messageCount)
                .text(ElementId.CALLING_NUMBER, callingNumber)
                .text(ElementId.CALLING_NAME, callingName)
                .body(IaxCommand.REGACK);
    }
}
