package dev.keyline.pbx.line;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.channel.Etiquette;
import java.util.Optional;

/// Where a dial string leads.
public sealed interface Route {
    /// There.
    record To(PeerAddress address, Call call) implements Route {}

    /// Wherever this host is; its name must be looked up.
    record Lookup(String host, int port, Call call) implements Route {}

    /// Nowhere.
    ///
    /// @param cause Q.850
    record Nowhere(int cause, String why) implements Route {}

    /// Everything about a call but its address.
    ///
    /// @param section the peer section's name, or the host as it was written
    /// @param context the context asked for, if any
    record Call(
            String section,
            String exten,
            Optional<String> context,
            Credentials credentials,
            Encryption encryption,
            Codecs codecs,
            VoiceRules voice,
            Etiquette etiquette,
            String language,
            boolean autoAnswer) {}
}
