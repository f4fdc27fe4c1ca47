package dev.keyline.iax.auth;

import dev.keyline.iax.wire.Bytes;
import java.security.interfaces.RSAPrivateKey;

/// How a challenge is to be answered.
public sealed interface Answer {
    /// Sign the challenge. Slow (about 0.2 ms for 1024 bits), so it is work to be handed out.
    record SignWith(String keyName, RSAPrivateKey key, String fingerprint, Bytes challenge)
            implements Answer {
        @Override
        public String toString() {
            return "SignWith[" + keyName + ", " + fingerprint + "]";
        }
    }

    /// The MD5 digest, ready to be sent.
    record Digest(String hex) implements Answer {
        @Override
        public String toString() {
            return "Digest[32 digits]";
        }
    }

    /// The secret itself. Only when plaintext was allowed in so many words.
    record Password(Secret secret) implements Answer {}

    /// Nothing can be answered; the reason says what is missing and how to set it right.
    record Cannot(String why) implements Answer {}
}
