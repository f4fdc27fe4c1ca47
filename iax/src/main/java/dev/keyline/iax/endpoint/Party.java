package dev.keyline.iax.endpoint;

import dev.keyline.iax.wire.PeerAddress;

/// Whoever sits behind a UDP port: an [Endpoint], or a whole exchange around one.
///
/// Two rules for the driver: it begins with [#wake], and after a call of any method but [#poll], or
/// several of [#receive] in a row, drain `poll` until it answers [Output.Quiet]; then wait for a
/// datagram, the outcome of a task, or that time.
public interface Party {
    /// A datagram has come.
    ///
    /// @param length how many octets of the array are it; the array may be reused afterwards
    /// @param now nanoseconds of a clock that only moves forward
    void receive(PeerAddress from, byte[] datagram, int length, long now);

    /// Time has passed.
    void wake(long now);

    /// The next thing to do.
    Output poll();

    /// How long datagrams may wait for each other where a driver collects them before it hands them
    /// over, in nanoseconds: longer than usual when that harms nobody.
    default long patience(long usual) {
        return usual;
    }

    /// Datagrams may leave here from now on, at once. A party that has no use for that goes on with
    /// [Output.Send].
    default void outlet(Outlet outlet) {}
}
