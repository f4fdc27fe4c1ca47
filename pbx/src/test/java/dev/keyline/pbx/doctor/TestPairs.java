package dev.keyline.pbx.doctor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.pem.PemText;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.DHParameterSpec;

/// Key files by name; a pair is made once.
final class TestPairs {
    /// The 1024-bit group of RFC 2409 §6.2.
    private static final DHParameterSpec OAKLEY =
            new DHParameterSpec(
                    new BigInteger(
                            "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74"
                                    + "020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437"
                                    + "4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
                                    + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF",
                            16),
                    BigInteger.TWO);

    private static final Map<String, KeyPair> MADE = new ConcurrentHashMap<>();

    private TestPairs() {}

    static byte[] publicKey(String name) {
        return PemText.of((RSAPublicKey) rsa(name, 1024).getPublic());
    }

    static byte[] privateKey(String name) {
        return PemText.of((RSAPrivateCrtKey) rsa(name, 1024).getPrivate());
    }

    static byte[] lockedKey(String name, String passphrase) {
        return PemText.locked(
                (RSAPrivateCrtKey) rsa(name, 1024).getPrivate(),
                KeyPairFiles.LOCK,
                passphrase.toCharArray(),
                new SecureRandom());
    }

    static byte[] largePublicKey() {
        return pem("PUBLIC KEY", rsa("large", 2048).getPublic());
    }

    static byte[] diffieHellman() {
        return pem("PUBLIC KEY", other("DiffieHellman").getPublic());
    }

    static byte[] elliptic() {
        return pem("PRIVATE KEY", other("EC").getPrivate());
    }

    private static byte[] pem(String label, Key key) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(label, body)
                .getBytes(US_ASCII);
    }

    private static KeyPair rsa(String name, int bits) {
        return MADE.computeIfAbsent(
                name,
                _ -> {
                    try {
                        var generator = KeyPairGenerator.getInstance("RSA");
                        generator.initialize(bits);
                        return generator.generateKeyPair();
                    } catch (GeneralSecurityException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static KeyPair other(String algorithm) {
        return MADE.computeIfAbsent(
                algorithm,
                _ -> {
                    try {
                        var generator = KeyPairGenerator.getInstance(algorithm);
                        if (algorithm.equals("EC")) {
                            generator.initialize(256);
                        } else {
                            generator.initialize(OAKLEY);
                        }
                        return generator.generateKeyPair();
                    } catch (GeneralSecurityException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
