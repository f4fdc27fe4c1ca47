package dev.keyline.iax.endpoint;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.registration.RegistrationEvent;
import dev.keyline.iax.wire.PeerAddress;
import java.util.OptionalLong;

/// What a party wants from its driver.
public sealed interface Output {
    /// Send this datagram. The array is the driver's from now on.
    @SuppressWarnings(
            "ArrayRecordComponent") // never compared; copied nowhere on its way to the socket
    record Send(PeerAddress to, byte[] datagram) implements Output {}

    /// Something happened on a call.
    record News(CallId call, CallEvent event) implements Output {}

    /// Something happened to a registration.
    ///
    /// @param id the handle of a registration we make; of no further use for one that we take
    record Registry(CallId id, RegistrationEvent event) implements Output {}

    /// A POKE of ours was answered, or was not.
    ///
    /// @param roundTrip nanoseconds since the first POKE; empty when no PONG came
    record Sounded(CallId id, OptionalLong roundTrip) implements Output {}

    /// Perform this elsewhere, then apply the outcome in the loop.
    record Work(Task task) implements Output {}

    /// A datagram that should not have come, said at most once a second and address.
    record Notice(PeerAddress from, Oddity what, String words) implements Output {}

    /// Nothing more to do before this time, in nanoseconds; `Long.MAX_VALUE` when nothing is
    /// pending.
    record Quiet(long until) implements Output {}
}
