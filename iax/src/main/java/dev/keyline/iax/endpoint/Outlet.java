package dev.keyline.iax.endpoint;

import dev.keyline.iax.wire.PeerAddress;

/// Where datagrams leave at once, without waiting to be polled: fifty a second for each call are
/// too many to make an object for each.
@FunctionalInterface
public interface Outlet {
    /// Sends a datagram.
    ///
    /// @param octets belong to the caller again as soon as this returns
    void send(PeerAddress to, byte[] octets, int offset, int length);
}
