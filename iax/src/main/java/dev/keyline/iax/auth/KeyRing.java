package dev.keyline.iax.auth;

import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/// The keys at hand, by name. A look-up that fails says why and what to do, so that a refused call
/// can.
public interface KeyRing {
    /// The key that signs for us: what `outkey=` or `[name]` in a dial string names.
    Lookup<RSAPrivateKey> privateKey(String name);

    /// A key that lets somebody in: one name of an `inkeys=` list.
    Lookup<RSAPublicKey> publicKey(String name);

    /// A ring without keys.
    KeyRing EMPTY =
            new KeyRing() {
                @Override
                public Lookup<RSAPrivateKey> privateKey(String name) {
                    return new Missing<>("there is no key directory");
                }

                @Override
                public Lookup<RSAPublicKey> publicKey(String name) {
                    return new Missing<>("there is no key directory");
                }
            };

    /// What a look-up finds.
    sealed interface Lookup<K> permits Found, OutOfTerm, Missing {
        /// Why there is no key to use, if so.
        default Optional<String> objection() {
            return switch (this) {
                case Found<K> _ -> Optional.empty();
                case OutOfTerm<K>(_, _, var why) -> Optional.of(why);
                case Missing<K>(var why, _) -> Optional.of(why);
            };
        }
    }

    /// The key.
    ///
    /// @param fingerprint of the public half, `SHA256:...`, to be read aloud and compared; for a
    ///   private key as well
    record Found<K>(K key, String fingerprint) implements Lookup<K> {
        @Override
        public String toString() {
            return "Found[" + fingerprint + "]";
        }
    }

    /// A key that has expired or is not valid yet. It opens nothing; it is named so that whoever
    /// looks for the reason learns that it was this key that signed.
    ///
    /// @param why in words, with file and date
    record OutOfTerm<K>(K key, String fingerprint, String why) implements Lookup<K> {
        @Override
        public String toString() {
            return "OutOfTerm[" + fingerprint + ", " + why + "]";
        }
    }

    /// No usable key of this name.
    ///
    /// @param why in words, with file and cure, such as `no file west.pub in /etc/keyline/keys`
    /// @param fault the same as a short name, such as `no-file`
    record Missing<K>(String why, String fault) implements Lookup<K> {
        /// The plainest case: there is no file.
        public Missing(String why) {
            this(why, "no-file");
        }
    }
}
