package dev.keyline.pbx.line;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.channel.Etiquette;
import dev.keyline.pbx.conf.Place;
import java.util.Optional;
import java.util.Set;

/// A section by which we call somebody: `type=peer` or `type=friend`.
///
/// @param username the name to present, possibly empty
/// @param outkey name of the private key we answer with
/// @param willing `auth=`: the methods we answer with; empty when not written
/// @param peerContext the context we ask for, unless the dial string does
/// @param encryption whether our calls to it are encrypted
/// @param enrolling how it registers; empty unless `host=dynamic`
/// @param trouble why nobody can be called by it, with file and line
public record Peer(
        String name,
        Place place,
        Host host,
        String username,
        Optional<Secret> secret,
        Optional<String> outkey,
        Optional<Set<AuthMethod>> willing,
        Optional<String> peerContext,
        Encryption encryption,
        Codecs codecs,
        VoiceRules voice,
        Etiquette etiquette,
        String language,
        Qualify qualify,
        Optional<Enrolling> enrolling,
        Optional<String> trouble) {
    /// Where a peer section's calls go.
    public sealed interface Host {
        /// An address was written.
        record At(PeerAddress address) implements Host {}

        /// A name was written, to be looked up for each call.
        record Named(String name, int port) implements Host {}

        /// Whoever registers (`host=dynamic`).
        record Dynamic() implements Host {}

        /// Nothing was written.
        record Nowhere() implements Host {}
    }
}
