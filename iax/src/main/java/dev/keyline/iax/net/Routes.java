package dev.keyline.iax.net;

import dev.keyline.iax.wire.PeerAddress;
import java.net.Inet4Address;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// By which socket of a port a peer is reached: the one he came to, or the first of his family.
final class Routes {
    /// Peers remembered, where there is a choice at all.
    private static final int REMEMBERED = 10_000;

    private final Map<PeerAddress, Socket> came = new HashMap<>();
    private final @Nullable Socket ipv4;
    private final @Nullable Socket ipv6;
    private final boolean choice;

    /// @param sockets in the order of the configuration
    Routes(List<Socket> sockets) {
        this.ipv6 = first(sockets, false);
        var own = first(sockets, true);
        this.ipv4 = own == null && ipv6 != null && isForAll(ipv6) ? ipv6 : own;
        this.choice = sockets.size() > 1;
    }

    private static @Nullable Socket first(List<Socket> sockets, boolean ipv4) {
        return sockets.stream().filter(socket -> isIpv4(socket) == ipv4).findFirst().orElse(null);
    }

    private static boolean isIpv4(Socket socket) {
        return socket.localAddress().getAddress() instanceof Inet4Address;
    }

    private static boolean isForAll(Socket socket) {
        return socket.localAddress().getAddress().isAnyLocalAddress();
    }

    /// A peer came to this socket.
    void came(PeerAddress peer, Socket by) {
        if (choice && came.put(peer, by) == null && came.size() > REMEMBERED) {
            came.clear();
        }
    }

    /// The socket for this peer; null when no socket speaks his family.
    @Nullable Socket to(PeerAddress peer) {
        var first = peer.ip().length() == 4 ? ipv4 : ipv6;
        return choice ? came.getOrDefault(peer, first) : first;
    }
}
