package dev.keyline.iax.auth;

import dev.keyline.iax.wire.Bytes;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Optional;

/// RSASSA-PKCS1-v1_5 with SHA-1 over the challenge octets exactly as they stand, sent as base64 in
/// one line (RFC 5456 §8.6.16 names RSA and SHA-1; the padding and the text form are Asterisk's).
///
/// SHA-1 and 1024 bits are what Asterisk can verify. Nothing but the challenge is bound by the
/// signature.
public final class Rsa {
    /// Octets of every signature Asterisk accepts, and therefore of ours: moduli of 1017 to 1024
    /// bits.
    public static final int SIGNATURE_LENGTH = 128;

    private static final String ALGORITHM = "SHA1withRSA";

    /// Who verifies, looked for once and not for each login; one login at a time. Whoever checks
    /// one has the floor of his exchange, so that hardly anybody waits. (Who signs depends on the
    /// key: it may be one that never leaves its device.)
    private static final Signature VERIFIER = verifier();

    private Rsa() {}

    private static Signature verifier() {
        try {
            return Signature.getInstance(ALGORITHM, Signature.getInstance(ALGORITHM).getProvider());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /// The RSA_RESULT for a challenge: 172 characters for a signature of 128 octets.
    ///
    /// @throws InvalidKeyException when the key cannot sign
    public static String sign(RSAPrivateKey key, Bytes challenge) throws InvalidKeyException {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(challenge.toArray());
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (InvalidKeyException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new InvalidKeyException("signing failed: " + e.getMessage(), e);
        }
    }

    /// Whether this key made this signature over this challenge. Only a clear yes is yes: Asterisk
    /// takes errors of its crypto library for success, so an odd key file there opens the door.
    public static boolean verify(RSAPublicKey key, Bytes challenge, Bytes signature) {
        try {
            synchronized (VERIFIER) {
                VERIFIER.initVerify(key);
                VERIFIER.update(challenge.toArray());
                return VERIFIER.verify(signature.toArray());
            }
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /// The signature octets in an RSA_RESULT. Strict base64, padding optional, exactly 128 octets;
    /// anything after the padding is refused although Asterisk ignores it.
    public static Optional<Bytes> decode(String base64) {
        try {
            var octets = Base64.getDecoder().decode(base64);
            return octets.length == SIGNATURE_LENGTH
                    ? Optional.of(Bytes.copyOf(octets))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
