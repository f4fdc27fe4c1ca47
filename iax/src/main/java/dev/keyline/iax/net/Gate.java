package dev.keyline.iax.net;

import java.io.IOException;
import java.net.InetSocketAddress;

/// The sockets of one loop, of one port or of several, and the loop's waiting for them.
///
/// [NativeGate] calls Linux with batches, [ChannelGate] does the same one by one on every system.
/// All but [#wakeup] belongs to one thread at a time.
interface Gate extends AutoCloseable {
    /// Opens and binds one more socket, alone at its address.
    ///
    /// @param local IPv4 speaks IPv4 only; the IPv6 wildcard speaks both
    /// @param traffic counts what passes
    /// @throws java.net.BindException when the address is taken, not ours or not allowed
    /// @throws IOException when the system refuses otherwise
    Socket bind(InetSocketAddress local, Traffic traffic) throws IOException;

    /// Opens one more socket at an address where another one listens, of another gate, that was
    /// [Socket#share]d. The kernel divides the peers between them, and each stays where it is.
    ///
    /// @throws IOException as for [#bind]
    Socket join(InetSocketAddress local, Traffic traffic) throws IOException;

    /// Waits until a socket has something, somebody calls [#wakeup], or the time is over.
    ///
    /// @param nanos 0 looks and does not wait; `Long.MAX_VALUE` has no end
    void await(long nanos) throws IOException;

    /// Instead of [#await]: whatever has come may be received. With a socket or a few there is no
    /// look whether anything has: after a rest there is nearly always something, and the look would
    /// cost a call of the kernel.
    void skip() throws IOException;

    /// Waits for the time alone: what comes meanwhile is taken together afterwards. [#wakeup] may
    /// end it sooner.
    ///
    /// @param nanos above 0
    void rest(long nanos) throws IOException;

    /// Ends the current or the next [#await] at once. Any thread may call it, at any time.
    void wakeup();

    /// Closes all sockets; not while another thread waits.
    @Override
    void close() throws IOException;

    /// The quickest gate that this machine and these settings allow.
    static Gate open(PortSettings settings) throws IOException {
        return settings.batched() && Linux.isCallable()
                ? new NativeGate(settings)
                : new ChannelGate(settings);
    }
}
