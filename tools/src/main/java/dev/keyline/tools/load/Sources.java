package dev.keyline.tools.load;

import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Addresses to call from, as people write them: `127.0.1.1-127.0.1.20,127.0.0.1:4571`. Linux has
/// all of 127.0.0.0/8 for itself, so loopback alone has sources enough. A port is for servers that
/// know a peer by it; without one any free port is taken.
final class Sources {
    /// Each has a socket.
    static final int MOST = 256;

    private Sources() {}

    /// As people write it, a port only if one was given.
    static String words(PeerAddress source) {
        return source.port() == 0 ? source.host() : source.toString();
    }

    /// The addresses in order, with port 0 for any; empty if there is none, too many, or something
    /// else
    static Optional<List<PeerAddress>> parse(String text) {
        var all = new ArrayList<PeerAddress>();
        try {
            for (var part : text.split(",", -1)) {
                var spot = part.strip().split(":", 2);
                int port = spot.length == 1 ? 0 : Integer.parseInt(spot[1]);
                var ends = spot[0].split("-", 2);
                long first = number(ends[0]);
                long last = ends.length == 1 ? first : number(ends[1]);
                for (long at = first; at <= last && all.size() <= MOST; at++) {
                    all.add(address(at, port));
                }
            }
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        return Optional.<List<PeerAddress>>of(all).filter(it -> !it.isEmpty() && it.size() <= MOST);
    }

    private static long number(String dotted) {
        var ip = PeerAddress.ofIPv4(dotted.strip(), 0).ip();
        return (long) ip.at(0) << 24 | ip.at(1) << 16 | ip.at(2) << 8 | ip.at(3);
    }

    private static PeerAddress address(long number, int port) {
        return PeerAddress.ofIPv4(
                "%d.%d.%d.%d"
                        .formatted(
                                number >> 24 & 0xFF,
                                number >> 16 & 0xFF,
                                number >> 8 & 0xFF,
                                number & 0xFF),
                port);
    }
}
