package dev.keyline.iax.endpoint;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.HashMap;
import java.util.Map;

/// How many calls the owner of an address has: all ports of a host together, all hosts of a /64.
/// Numbers that rest do not count, or a limit of 2048 would allow 34 calls a second, as in
/// Asterisk.
final class Shares {
    private final Map<Bytes, Integer> calls = new HashMap<>();

    int of(PeerAddress address) {
        return calls.getOrDefault(address.network(), 0);
    }

    void take(PeerAddress address) {
        calls.merge(address.network(), 1, Integer::sum);
    }

    void giveBack(PeerAddress address) {
        calls.computeIfPresent(address.network(), (_, count) -> count > 1 ? count - 1 : null);
    }
}
