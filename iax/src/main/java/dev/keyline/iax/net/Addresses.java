package dev.keyline.iax.net;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
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

    /// Looks a host name up, which may take seconds: never in the loop.
    ///
    /// @throws UnknownHostException when there is no such host
    public static PeerAddress resolve(String host, int port) throws UnknownHostException {
        return peer(new InetSocketAddress(InetAddress.getByName(host), port));
    }
}
