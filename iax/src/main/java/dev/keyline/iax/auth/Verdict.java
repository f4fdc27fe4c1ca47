package dev.keyline.iax.auth;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the called side makes of an answer.
public sealed interface Verdict {
    /// The proof holds.
    ///
    /// @param keyName name of the public key that matched, empty for MD5 and plaintext
    /// @param fingerprint of that key, empty likewise
    record LetIn(AuthMethod method, String keyName, String fingerprint) implements Verdict {}

    /// The proof does not hold.
    ///
    /// @param reason the short name of the reason
    /// @param details one line per key or secret tried, with what was wrong with it
    /// @param tried the keys among them
    /// @param used how they tried to prove it; empty when no proof came
    record TurnedAway(
            Reason reason, List<String> details, List<KeyTried> tried, Optional<AuthMethod> used)
            implements Verdict {
        public TurnedAway {
            details = List.copyOf(details);
            tried = List.copyOf(tried);
        }

        /// Before any proof.
        public TurnedAway(Reason reason, List<String> details) {
            this(reason, details, List.of(), Optional.empty());
        }

        /// The same, of an answer by this method.
        public TurnedAway by(Optional<AuthMethod> method) {
            return new TurnedAway(reason, details, tried, method);
        }

        @Override
        public String toString() {
            return details.isEmpty()
                    ? reason.words()
                    : reason.words() + ": " + String.join("; ", details);
        }
    }

    /// Why an answer was not good enough; each is counted by this name.
    enum Reason {
        UNKNOWN_NAME("nobody of this name is known here, or not from this address"),
        NO_ANSWER("the answer carried no proof that this section accepts"),
        NO_REPLY("asked for a proof, the other side fell silent"),
        GAVE_UP("asked for a proof, the other side hung up: it has no key or secret that fits"),
        NO_KEY_MATCHED("no key in inkeys= made this signature"),
        KEY_OUT_OF_TERM("the key that made this signature has expired or is not valid yet"),
        BAD_SIGNATURE("the signature is not 128 octets of base64"),
        WRONG_SECRET("the secret is wrong"),
        NOT_ENCRYPTED("the call is not encrypted, and forceencryption=yes"),
        UNREADABLE(
                "nothing the caller sends since he was asked for a proof can be deciphered: secret="
                        + " differs at the two ends (the RSA key takes no part in the encryption)"),
        NOTHING_TO_CHECK("the section requires a proof that it has no key or secret to check");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /// The short name, for counters and programs: `no-key-matched`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
