package dev.keyline.iax.net;

import dev.keyline.iax.wire.PeerAddress;
import org.jspecify.annotations.Nullable;

/// The peers a gate has heard of lately, so that a steady stream makes no objects. A bounded hash
/// table: who finds its neighbourhood full takes the place of another, who is made anew if he comes
/// again.
final class Peers {
    private static final int SLOTS = 1 << 13;
    private static final int NEIGHBOURS = 8;

    private final long[] highs = new long[SLOTS];
    private final long[] lows = new long[SLOTS];
    private final @Nullable PeerAddress[] peers = new PeerAddress[SLOTS];

    /// The peer of this IPv6 address (IPv4 as the mapped one) and port.
    PeerAddress at(long high, long low, int port) {
        int home = home(high, low, port);
        for (int i = 0; i < NEIGHBOURS; i++) {
            int slot = (home + i) & (SLOTS - 1);
            var peer = peers[slot];
            if (peer == null) {
                return settle(slot, high, low, port);
            }
            if (lows[slot] == low && highs[slot] == high && peer.port() == port) {
                return peer;
            }
        }
        return settle(home, high, low, port);
    }

    private PeerAddress settle(int slot, long high, long low, int port) {
        var peer = new PeerAddress(Sockaddr.ip(high, low), port);
        highs[slot] = high;
        lows[slot] = low;
        peers[slot] = peer;
        return peer;
    }

    private static int home(long high, long low, int port) {
        long mixed = (high * 31 + low) * 31 + port;
        mixed *= 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 51);
    }
}
