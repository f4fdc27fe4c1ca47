package dev.keyline.tools.load;

import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Addresses to call from, as people write them: `127.0.1.1-127.0.1.20,127.0.0.1`. Linux has all of
/// 127.0.0.0/8 for itself, so loopback alone has sources enough.
final class Sources {
    /// Each has a socket and a thread.
    static final int MOST = 256;

    private Sources() {}

    /// The addresses in order; empty if there is none, too many, or something else
    static Optional<List<String>> parse(String text) {
        var all = new ArrayList<String>();
        try {
            for (var part : text.split(",", -1)) {
                var ends = part.strip().split("-", 2);
                long first = number(ends[0]);
                long last = ends.length == 1 ? first : number(ends[1]);
                for (long at = first; at <= last && all.size() <= MOST; at++) {
                    all.add(dotted(at));
                }
            }
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        return Optional.<List<String>>of(all).filter(it -> !it.isEmpty() && it.size() <= MOST);
    }

    private static long number(String dotted) {
        var ip = PeerAddress.ofIPv4(dotted.strip(), 0).ip();
        return (long) ip.at(0) << 24 | ip.at(1) << 16 | ip.at(2) << 8 | ip.at(3);
    }

    private static String dotted(long number) {
        return "%d.%d.%d.%d"
                .formatted(
                        number >> 24 & 0xFF,
                        number >> 16 & 0xFF,
                        number >> 8 & 0xFF,
                        number & 0xFF);
    }
}
