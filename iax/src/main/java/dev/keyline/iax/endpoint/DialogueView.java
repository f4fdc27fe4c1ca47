package dev.keyline.iax.endpoint;

import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.PeerAddress;

/// One dialogue, for whoever looks at the port: a call, a registration, a POKE.
///
/// @param theirs 0 while it is not known
/// @param sent our next number, 0 to 255
/// @param expected their next number, likewise
/// @param roundTripMillis the last one measured, 0 before that
/// @param first the first message of type IAX, `Tx:NEW`; empty when none passed
/// @param last the last one
public record DialogueView(
        CallId id,
        PeerAddress peer,
        CallNumber ours,
        CallNumber theirs,
        int sent,
        int expected,
        long roundTripMillis,
        String first,
        String last) {}
