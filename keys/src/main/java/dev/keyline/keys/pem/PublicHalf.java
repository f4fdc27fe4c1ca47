package dev.keyline.keys.pem;

import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;

/// A private key file holds the public key as well.
public final class PublicHalf {
    private PublicHalf() {}

    public static RSAPublicKey of(RSAPrivateCrtKey key) {
        try {
            return RsaNumbers.publicKey(key.getModulus(), key.getPublicExponent());
        } catch (FaultFound e) {
            throw new IllegalArgumentException("the private key was not read by this package", e);
        }
    }
}
