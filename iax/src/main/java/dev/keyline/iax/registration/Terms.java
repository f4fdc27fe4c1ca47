package dev.keyline.iax.registration;

import dev.keyline.iax.message.ApparentAddress;
import dev.keyline.iax.message.RegisterAck;
import dev.keyline.iax.wire.PeerAddress;
import org.jspecify.annotations.Nullable;

/// What a registrar grants a peer, and tells it besides.
///
/// @param least the shortest time an address is kept, in seconds (`minregexpire`)
/// @param most the longest (`maxregexpire`)
/// @param messages waiting voice mail as REGACK says it; null without a mailbox
/// @param dateTime the packed local date, see [dev.keyline.iax.message.DateTime]; null to say
///   nothing
/// @param callerNumber the number the peer calls with; null when none is set
/// @param callerName likewise
public record Terms(
        int least,
        int most,
        @Nullable Integer messages,
        @Nullable Integer dateTime,
        @Nullable String callerNumber,
        @Nullable String callerName) {
    public static Terms of(int least, int most) {
        return new Terms(least, most, null, null, null, null);
    }

    /// For how long the address is kept; a peer that names no time gets the shortest.
    ///
    /// @param wished seconds, 0 if not said
    int seconds(int wished) {
        return Math.min(Math.max(wished, least), Math.max(least, most));
    }

    RegisterAck noted(String name, int wished, PeerAddress from) {
        return new RegisterAck(
                name,
                dateTime,
                seconds(wished),
                new ApparentAddress(from.ip(), from.port()),
                messages,
                callerNumber,
                callerName);
    }

    RegisterAck forgotten(String name) {
        return new RegisterAck(name, dateTime, null, null, null, null, null);
    }
}
