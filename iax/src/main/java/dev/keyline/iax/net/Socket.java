package dev.keyline.iax.net;

import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.net.InetSocketAddress;

/// One bound UDP socket of a [Gate]; belongs to the thread of its loop.
interface Socket {
    /// The most datagrams that one call of the kernel takes or gives (or messages of several, where
    /// the kernel splits and joins them): twice what 500 calls leave after the usual rest
    /// (docs/measurements/port.md).
    int BATCH = 64;

    /// Where it is bound; stays the same, also when the socket is closed.
    InetSocketAddress localAddress();

    /// Lets [Gate#join] bind more sockets to this address from now on (SO_REUSEPORT).
    ///
    /// @throws IOException when the system cannot
    void share() throws IOException;

    /// Takes from the kernel what has come, at most one batch, and does not wait. What was taken
    /// before has been handed over.
    ///
    /// @return whether anything has come
    /// @throws IOException when the socket is of no more use
    boolean take() throws IOException;

    /// Hands over what was taken; asks nothing of the kernel.
    ///
    /// @return how many datagrams
    int hand(Inbox inbox);

    /// Puts a datagram into the batch; the octets are copied. A full batch leaves by itself. What
    /// cannot be sent is counted in [Traffic] and said at DEBUG; it never takes others along.
    ///
    /// @param to of a family that this socket speaks
    void send(PeerAddress to, byte[] octets, int offset, int length);

    /// Has the batch leave.
    void flush();

    /// Frees the address at once, while the gate stays open; may end the current or the next wait.
    void close() throws IOException;
}
