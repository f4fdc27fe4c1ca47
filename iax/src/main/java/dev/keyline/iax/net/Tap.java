package dev.keyline.iax.net;

import dev.keyline.iax.wire.PeerAddress;

/// Sees every datagram of a port, in the thread of a loop that has the [Floor], one after the
/// other: be quick.
public interface Tap {
    /// Nobody looks.
    Tap NONE = (_, _, _, _, _) -> {};

    /// A datagram passed.
    ///
    /// @param sent whether we sent it
    /// @param now nanoseconds of the port's clock
    /// @param datagram the first `length` octets are it; the array is used again
    void saw(boolean sent, PeerAddress peer, byte[] datagram, int length, long now);
}
