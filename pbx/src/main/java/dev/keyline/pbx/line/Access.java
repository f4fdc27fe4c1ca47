package dev.keyline.pbx.line;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.call.Encryption;
import java.util.Set;

/// What a section asks of those who call by it.
public sealed interface Access {
    /// Nothing: it has no key and no secret.
    record Free() implements Access {}

    /// A proof.
    ///
    /// @param encryption whether calls by it are encrypted
    record Guarded(Guard guard, Encryption encryption) implements Access {}

    /// Nobody is let in, because the section has a mistake.
    ///
    /// @param pretended what the challenge offers, so that the mistake is not seen from outside
    /// @param why with file and line
    record Unusable(Set<AuthMethod> pretended, String why) implements Access {
        public Unusable {
            pretended = Set.copyOf(pretended);
        }
    }

    /// What a challenge for this section offers.
    default Set<AuthMethod> methods() {
        return switch (this) {
            case Free _ -> Set.of();
            case Guarded(var guard, _) -> guard.methods();
            case Unusable(var pretended, _) -> pretended;
        };
    }
}
