package dev.keyline.keys.ring;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The two digests of this package. Every Java platform has both.
final class Digests {
    private Digests() {}

    static byte[] sha256(byte[] octets) {
        return digest("SHA-256", octets);
    }

    static byte[] md5(byte[] octets) {
        return digest("MD5", octets);
    }

    private static byte[] digest(String algorithm, byte[] octets) {
        try {
            return MessageDigest.getInstance(algorithm).digest(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
