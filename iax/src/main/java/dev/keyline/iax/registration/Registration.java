package dev.keyline.iax.registration;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.wire.PeerAddress;

/// A wish to be found: one `register =>` line.
///
/// @param registrar who keeps the list
/// @param credentials the name to register, and what to show for it
/// @param refresh for how long, in seconds, 1 to 65535; the registrar may say otherwise
public record Registration(PeerAddress registrar, Credentials credentials, int refresh) {
    /// What Asterisk asks for.
    public static final int USUAL_REFRESH = 60;

    public Registration {
        if (refresh < 1 || refresh > 0xFFFF) {
            throw new IllegalArgumentException("refresh of " + refresh + " s");
        }
    }
}
