package dev.keyline.iax.net;

import dev.keyline.iax.wire.PeerAddress;

/// Takes what a [Socket] received, one datagram after the other.
interface Inbox {
    /// A datagram has come.
    ///
    /// @param octets the first `length` are it; the array is used again for the next
    /// @param length a datagram longer than [dev.keyline.iax.wire.Frame#MAX_DATAGRAM] is cut one
    ///   octet behind that, so that it is still seen to be too long
    void received(PeerAddress from, byte[] octets, int length);
}
