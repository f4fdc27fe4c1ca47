package dev.keyline.keys.pem;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// `bcrypt_pbkdf` of OpenBSD, by which OpenSSH makes a key of a passphrase: like PBKDF2, with
/// bcrypt in the place of the hash, and the octets of each block spread over the whole key.
final class BcryptPbkdf {
    private static final byte[] MAGIC = "OxychromaticBlowfishSwatDynamite".getBytes(US_ASCII);
    private static final int BLOCK = 32;
    private static final int TURNS = 64;

    private BcryptPbkdf() {}

    /// @param passphrase not empty; stays the caller's
    static byte[] derive(byte[] passphrase, byte[] salt, int rounds, int length) {
        var secret = sha512(passphrase);
        var key = new byte[length];
        int blocks = (length + BLOCK - 1) / BLOCK;
        int perBlock = (length + blocks - 1) / blocks;
        for (int block = 0; block < blocks; block++) {
            var mixed = mixed(secret, numbered(salt, block + 1), rounds);
            for (int i = 0; i < perBlock && i * blocks + block < length; i++) {
                key[i * blocks + block] = mixed[i];
            }
        }
        Arrays.fill(secret, (byte) 0);
        return key;
    }

    private static byte[] numbered(byte[] salt, int number) {
        return ByteBuffer.allocate(salt.length + 4).put(salt).putInt(number).array();
    }

    private static byte[] mixed(byte[] secret, byte[] salt, int rounds) {
        var turn = hash(secret, sha512(salt));
        var sum = turn.clone();
        for (int round = 1; round < rounds; round++) {
            turn = hash(secret, sha512(turn));
            for (int i = 0; i < BLOCK; i++) {
                sum[i] ^= turn[i];
            }
        }
        return sum;
    }

    private static byte[] hash(byte[] secret, byte[] salt) {
        var blowfish = new SaltedBlowfish(salt, secret);
        for (int i = 0; i < TURNS; i++) {
            blowfish.expand(salt);
            blowfish.expand(secret);
        }
        var words = new int[BLOCK / Integer.BYTES];
        ByteBuffer.wrap(MAGIC).asIntBuffer().get(words);
        for (int i = 0; i < TURNS; i++) {
            for (int pair = 0; pair < words.length; pair += 2) {
                blowfish.encipher(words, pair);
            }
        }
        var out = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        out.asIntBuffer().put(words);
        return out.array();
    }

    private static byte[] sha512(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-512", e);
        }
    }
}
