package dev.keyline.iax.call;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.wire.PeerAddress;

/// What one leg may rely on while it moves; none of it changes.
///
/// @param peer the other party's address
/// @param credentials what we show when asked; of no use to a called leg
/// @param offer the formats we offered; [MediaOffer#NONE] for a called leg
/// @param encryption whether a call of ours shall be encrypted; of no use to a called leg
/// @param handshaken whether the caller's address is known to be true, because a call token came
///   back from it
/// @param delays waits of a called leg
public record Circumstances(
        PeerAddress peer,
        Credentials credentials,
        KeyRing ring,
        MediaOffer offer,
        Encryption encryption,
        boolean handshaken,
        Delays delays) {
    /// How long a called leg waits.
    ///
    /// @param refusal nanoseconds before a failed proof is answered, so that guessing is slow
    ///   (`delayreject`)
    /// @param proof nanoseconds a caller has to answer a challenge
    public record Delays(long refusal, long proof) {
        public static final Delays USUAL = new Delays(1_000_000_000L, 15_000_000_000L);
    }
}
