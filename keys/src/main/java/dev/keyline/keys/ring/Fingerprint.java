package dev.keyline.keys.ring;

import dev.keyline.keys.pem.PemText;
import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/// What two people read to each other to know that they hold halves of the same pair: SHA-256 over
/// the DER of the SubjectPublicKeyInfo, as `SHA256:` and base64 without padding. Both halves of a
/// pair, in whatever file form, have the same one.
public record Fingerprint(String text) {
    public static Fingerprint of(RSAPublicKey key) {
        return of(key.getModulus(), key.getPublicExponent());
    }

    /// That of the public half.
    public static Fingerprint of(RSAPrivateCrtKey key) {
        return of(key.getModulus(), key.getPublicExponent());
    }

    private static Fingerprint of(BigInteger modulus, BigInteger exponent) {
        var digest = Digests.sha256(PemText.spki(modulus, exponent));
        return new Fingerprint(
                "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest));
    }

    @Override
    public String toString() {
        return text;
    }
}
