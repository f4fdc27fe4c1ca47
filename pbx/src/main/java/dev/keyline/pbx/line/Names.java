package dev.keyline.pbx.line;

import dev.keyline.iax.wire.PeerAddress;
import java.util.Map;
import java.util.Optional;

/// Turns host names into addresses. May wait for a name server: never asked in the loop.
public interface Names {
    /// Knows no name.
    Names NONE = (_, _) -> Optional.empty();

    /// The address of a host, or empty when there is none.
    Optional<PeerAddress> resolve(String host, int port);

    /// Names held in memory, for tests.
    static Names of(Map<String, PeerAddress> known) {
        return (host, _) -> Optional.ofNullable(known.get(host));
    }
}
