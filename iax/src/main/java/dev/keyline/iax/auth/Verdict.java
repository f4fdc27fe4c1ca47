package dev.keyline.iax.auth;

import java.util.List;

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
    record TurnedAway(Reason reason, List<String> details) implements Verdict {
        public TurnedAway {
            details = List.copyOf(details);
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
    }
}
