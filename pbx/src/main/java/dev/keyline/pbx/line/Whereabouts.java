package dev.keyline.pbx.line;

import dev.keyline.iax.wire.PeerAddress;
import java.util.Optional;

/// Where peers are that have no fixed address, and which peers cannot be reached.
public interface Whereabouts {
    /// The address a peer has registered.
    Optional<PeerAddress> registered(String peer);

    /// Whether a peer has not answered POKE, or too slowly.
    boolean isUnreachable(String peer);

    /// Nobody is registered, and everybody may be reached.
    Whereabouts UNKNOWN =
            new Whereabouts() {
                @Override
                public Optional<PeerAddress> registered(String peer) {
                    return Optional.empty();
                }

                @Override
                public boolean isUnreachable(String peer) {
                    return false;
                }
            };
}
