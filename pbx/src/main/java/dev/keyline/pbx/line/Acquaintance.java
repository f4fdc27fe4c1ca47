package dev.keyline.pbx.line;

import dev.keyline.iax.wire.PeerAddress;

/// What was learnt about those who have called or registered before.
public interface Acquaintance {
    /// Whether a login under this name is heard from there.
    boolean isHeard(String name, PeerAddress from);

    /// Whether this section has proved itself and shown a call token on that occasion; with
    /// `requirecalltoken=auto` it needs one from then on.
    boolean showsTokens(String name);

    /// Nobody is known.
    Acquaintance NONE =
            new Acquaintance() {
                @Override
                public boolean isHeard(String name, PeerAddress from) {
                    return true;
                }

                @Override
                public boolean showsTokens(String name) {
                    return false;
                }
            };
}
