package dev.keyline.keys.pem;

import java.security.interfaces.RSAPrivateCrtKey;

/// What a file that should hold a private key turned out to be.
public sealed interface PemPrivateKey {

    /// What is known once nothing is locked any more.
    sealed interface Opened extends PemPrivateKey {}

    record Usable(RSAPrivateCrtKey key) implements Opened {
        /// Only the size: a key has no business in a log.
        @Override
        public String toString() {
            return "Usable[RSA private key of " + key.getModulus().bitLength() + " bits]";
        }
    }

    record Unusable(Fault fault) implements Opened {}

    /// A whole and readable file whose key needs a passphrase. Size and type of the key are unknown
    /// until then.
    final class Locked implements PemPrivateKey {
        private final Protection protection;

        Locked(Protection protection) {
            this.protection = protection;
        }

        /// How it is locked, in OpenSSL's words, such as `PBES2, DES-EDE3-CBC, 2048 rounds of
        /// HMAC-SHA256`.
        public String protection() {
            return protection.toString();
        }

        /// Tries one passphrase. The array stays the caller's, who fills it with zeros when done;
        /// copies made here are wiped before this returns. Can take a second: the slowness is the
        /// protection.
        ///
        /// @param passphrase as typed; its UTF-8 octets are used, as a terminal would hand them to
        ///   openssl
        public Opened unlock(char[] passphrase) {
            try {
                return new Usable(PrivateForm.unlock(protection, passphrase));
            } catch (FaultFound e) {
                return new Unusable(e.fault());
            }
        }

        @Override
        public String toString() {
            return "Locked[" + protection + "]";
        }
    }

    /// Reads `PRIVATE KEY` (PKCS#8), `ENCRYPTED PRIVATE KEY` (PKCS#8 with PBES2) and `RSA PRIVATE
    /// KEY` (PKCS#1), the latter with or without `Proc-Type` and `DEK-Info` lines. Text around the
    /// first PEM object, and everything after it, is ignored. Never throws, whatever the octets
    /// are.
    ///
    /// @param file the whole content of the file
    static PemPrivateKey read(byte[] file) {
        try {
            return PrivateForm.read(Armour.open(file));
        } catch (FaultFound e) {
            return new Unusable(e.fault());
        }
    }
}
