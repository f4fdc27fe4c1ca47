package dev.keyline.iax.message;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.InformationElement;

/// The answer to a challenge (RFC 5456 §8.6). None of them shows itself in `toString`: a password
/// is one, and an answer may be replayed or cracked offline.
public sealed interface AuthResult {
    /// An RSA signature in base64: 172 characters for a key of 1024 bits. The element holds 255, so
    /// keys above 1528 bits cannot answer; [#fits] tells.
    record Rsa(String base64) implements AuthResult {
        public Rsa {
            if (!fits(base64)) {
                throw new IllegalArgumentException(
                        "a signature of "
                                + base64.length()
                                + " characters; the element holds "
                                + InformationElement.MAX_LENGTH);
            }
        }

        /// Whether a signature is short enough for the element.
        public static boolean fits(String base64) {
            return Bytes.utf8(base64).length() <= InformationElement.MAX_LENGTH;
        }

        @Override
        public String toString() {
            return "Rsa" + Hidden.of(base64);
        }
    }

    /// MD5 of challenge and secret: 32 hexadecimal digits, lower case when sent, any case when
    /// received.
    record Md5(String hex) implements AuthResult {
        @Override
        public String toString() {
            return "Md5" + Hidden.of(hex);
        }
    }

    /// The secret itself, in clear; RFC 5456 removed it, old Asterisk and iaxmodem still do it.
    record Password(String text) implements AuthResult {
        @Override
        public String toString() {
            return "Password(hidden)";
        }
    }

    /// No answer: the first request of a registration, or a peer with nothing to prove.
    record None() implements AuthResult {}

    /// The strongest answer present, should a peer send several; an empty one is none.
    static AuthResult read(Fields in) {
        var rsa = in.text(ElementId.RSA_RESULT);
        var md5 = in.text(ElementId.MD5_RESULT);
        var password = in.text(ElementId.PASSWORD);
        if (!rsa.isEmpty()) {
            return new Rsa(rsa);
        }
        if (!md5.isEmpty()) {
            return new Md5(md5);
        }
        return password.isEmpty() ? new None() : new Password(password);
    }
}
