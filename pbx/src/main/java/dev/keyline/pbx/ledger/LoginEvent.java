package dev.keyline.pbx.ledger;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.KeyTried;
import dev.keyline.iax.wire.PeerAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Somebody was asked who he is, here or elsewhere: one event for each attempt, and all there is to
/// say about it. Never a secret, a challenge or an answer.
public sealed interface LoginEvent extends ExchangeEvent {
    Attempt attempt();

    /// Who wanted to be let in where.
    ///
    /// @param account the section of `iax.conf` or the name given, possibly empty; for attempts of
    ///   our own the name we gave
    /// @param required the methods that were accepted; none when nobody asked
    /// @param used the method of the proof; empty when none came
    /// @param target the extension a call was for, empty for a registration
    record Attempt(
            Instant at,
            Kind kind,
            PeerAddress peer,
            String account,
            Set<AuthMethod> required,
            Optional<AuthMethod> used,
            String target) {
        public Attempt {
            required = Set.copyOf(required);
        }
    }

    /// What the login was for, and which side we were.
    enum Kind {
        CALL("call", true),
        REGISTRATION("registration", true),
        OWN_CALL("call", false),
        OWN_REGISTRATION("registration", false);

        private final String word;
        private final boolean incoming;

        Kind(String word, boolean incoming) {
            this.word = word;
            this.incoming = incoming;
        }

        public String word() {
            return word;
        }

        /// Whether somebody else wanted to be let in here.
        public boolean isIncoming() {
            return incoming;
        }
    }

    /// The proof held, or none was needed.
    ///
    /// @param key name of the key, empty unless the method is RSA
    /// @param fingerprint of that key
    record Accepted(Attempt attempt, String key, String fingerprint) implements LoginEvent {}

    /// The proof did not hold, or did not come.
    ///
    /// @param reason its short name, as it is counted: `no-key-matched`
    /// @param tried the keys that were tried
    /// @param explanation why, and by which section of which file
    /// @param hint what to do about it; possibly empty
    record Refused(
            Attempt attempt, String reason, List<KeyTried> tried, String explanation, String hint)
            implements LoginEvent {
        public Refused {
            tried = List.copyOf(tried);
        }
    }
}
