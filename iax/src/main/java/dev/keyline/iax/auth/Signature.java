package dev.keyline.iax.auth;

import java.security.InvalidKeyException;

/// What came of signing a challenge.
public sealed interface Signature {
    /// The answer, ready to be sent.
    record Made(String base64) implements Signature {
        @Override
        public String toString() {
            return "Made[base64=hidden]";
        }
    }

    record Failed(String why) implements Signature {}

    /// Signs; slow (about 190 µs), so not to be done in the loop of a port.
    static Signature of(Answer.SignWith what) {
        try {
            return new Made(Rsa.sign(what.key(), what.challenge()));
        } catch (InvalidKeyException e) {
            return new Failed("key '" + what.keyName() + "': " + e.getMessage());
        }
    }
}
