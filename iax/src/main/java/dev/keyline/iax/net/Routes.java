package dev.keyline.iax.net;

import dev.keyline.iax.wire.PeerAddress;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// By which address of a port a peer is reached: the one he came to, or the first of his family.
/// Addresses are counted from 0, in the order of the configuration. All loops of a port know the
/// same: whichever of them sends has a socket at each.
final class Routes {
    /// Of a peer whose family none of the addresses speaks.
    static final int NOWHERE = -1;

    /// Peers remembered, where there is a choice at all.
    private static final int REMEMBERED = 10_000;

    private final Map<PeerAddress, Integer> came = new HashMap<>();
    private final int ipv4;
    private final int ipv6;
    private final boolean choice;

    Routes(List<InetSocketAddress> addresses) {
        this.ipv6 = first(addresses, false);
        int own = first(addresses, true);
        this.ipv4 = own == NOWHERE && isForAll(addresses, ipv6) ? ipv6 : own;
        this.choice = addresses.size() > 1;
    }

    private static int first(List<InetSocketAddress> addresses, boolean ipv4) {
        for (int i = 0; i < addresses.size(); i++) {
            if (addresses.get(i).getAddress() instanceof Inet4Address == ipv4) {
                return i;
            }
        }
        return NOWHERE;
    }

    private static boolean isForAll(List<InetSocketAddress> addresses, int i) {
        return i != NOWHERE && addresses.get(i).getAddress().isAnyLocalAddress();
    }

    /// A peer came to this address.
    void came(PeerAddress peer, int to) {
        if (choice && came.put(peer, to) == null && came.size() > REMEMBERED) {
            came.clear();
        }
    }

    /// The address for this peer, or [#NOWHERE].
    int to(PeerAddress peer) {
        int first = peer.ip().length() == 4 ? ipv4 : ipv6;
        return choice ? came.getOrDefault(peer, first) : first;
    }
}
