package dev.keyline.keys.ring;

import dev.keyline.keys.pem.PemPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/// A key of the ring: one row of `keys show`.
public sealed interface Entry extends Slot {
    @Override
    KeyFile file();

    Stamp stamp();

    /// Unknown as long as a private key is locked.
    Optional<Fingerprint> fingerprint();

    default String name() {
        return file().id().name();
    }

    /// Who signs with the other half is let in.
    ///
    /// @param whole its fingerprint, made once and not for each login
    record Public(KeyFile file, Stamp stamp, RSAPublicKey key, Fingerprint whole) implements Entry {
        static Public of(KeyFile file, Stamp stamp, RSAPublicKey key) {
            return new Public(file, stamp, key, Fingerprint.of(key));
        }

        @Override
        public Optional<Fingerprint> fingerprint() {
            return Optional.of(whole);
        }
    }

    record Private(KeyFile file, Stamp stamp, RSAPrivateKey key, Fingerprint publicHalf)
            implements Entry {
        static Private of(KeyFile file, Stamp stamp, RSAPrivateCrtKey key) {
            return new Private(file, stamp, key, Fingerprint.of(key));
        }

        @Override
        public Optional<Fingerprint> fingerprint() {
            return Optional.of(publicHalf);
        }

        /// Without the key.
        @Override
        public String toString() {
            return "Private[" + file.path() + ", " + publicHalf + "]";
        }
    }

    record Locked(KeyFile file, Stamp stamp, PemPrivateKey.Locked content) implements Entry {
        @Override
        public Optional<Fingerprint> fingerprint() {
            return Optional.empty();
        }
    }
}
