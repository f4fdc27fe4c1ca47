package dev.keyline.keys.ring;

import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;

/// The answer to "with which key do we sign as NAME?".
public sealed interface PrivateLookup {
    record Found(RSAPrivateKey key) implements PrivateLookup {
        /// Without the key.
        @Override
        public String toString() {
            return "Found[RSA private key]";
        }
    }

    /// The key is there, its passphrase was not given yet.
    record Locked(Path file) implements PrivateLookup {
        public String message() {
            return file
                    + " is locked by a passphrase that was not given: start with -i to be asked";
        }
    }

    record Absent(Refusal why) implements PrivateLookup {}
}
