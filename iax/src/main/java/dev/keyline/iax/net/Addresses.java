package dev.keyline.iax.net;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.channels.DatagramChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Between the protocol's addresses and Java's. One instance serves one loop: it remembers
/// translations, so that a steady stream makes no objects.
public final class Addresses {
    private static final int REMEMBERED = 10_000;

    private final Map<InetSocketAddress, PeerAddress> in = new HashMap<>();
    private final Map<PeerAddress, InetSocketAddress> out = new HashMap<>();

    PeerAddress in(InetSocketAddress address) {
        limit(in);
        return in.computeIfAbsent(address, Addresses::peer);
    }

    InetSocketAddress out(PeerAddress address) {
        limit(out);
        return out.computeIfAbsent(address, Addresses::socket);
    }

    private static void limit(Map<?, ?> map) {
        if (map.size() >= REMEMBERED) {
            map.clear();
        }
    }

    /// The protocol's form of a resolved socket address.
    public static PeerAddress peer(InetSocketAddress address) {
        return new PeerAddress(Bytes.copyOf(address.getAddress().getAddress()), address.getPort());
    }

    /// Java's form; asks nobody.
    public static InetSocketAddress socket(PeerAddress address) {
        try {
            return new InetSocketAddress(
                    InetAddress.getByAddress(address.ip().toArray()), address.port());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 octets by construction", e);
        }
    }

    /// Every address of this machine and any free port, of both families where there are two.
    static InetSocketAddress anywhere() {
        try (var probe = DatagramChannel.open(StandardProtocolFamily.INET6)) {
            return probe.isOpen()
                    ? new InetSocketAddress(everywhere(), 0)
                    : new InetSocketAddress(0);
        } catch (IOException | UnsupportedOperationException _) {
            return new InetSocketAddress(0);
        }
    }

    /// What is to be bound of these addresses: each once, and `0.0.0.0` not beside `::` on the same
    /// port, whose socket speaks IPv4 as well.
    static List<InetSocketAddress> distinct(List<InetSocketAddress> addresses) {
        var everywhere = everywhere();
        return addresses.stream()
                .distinct()
                .filter(
                        address ->
                                !isIpv4Wildcard(address)
                                        || !addresses.contains(
                                                new InetSocketAddress(
                                                        everywhere, address.getPort())))
                .toList();
    }

    private static boolean isIpv4Wildcard(InetSocketAddress address) {
        return address.getAddress() instanceof Inet4Address ipv4 && ipv4.isAnyLocalAddress();
    }

    /// The wildcard of IPv6, which stands for IPv4 as well.
    private static InetAddress everywhere() {
        return socket(new PeerAddress(Bytes.copyOf(new byte[16]), 0)).getAddress();
    }

    /// Looks a host name up, which may take seconds: never in the loop.
    ///
    /// @throws UnknownHostException when there is no such host
    public static PeerAddress resolve(String host, int port) throws UnknownHostException {
        return peer(new InetSocketAddress(InetAddress.getByName(host), port));
    }
}
