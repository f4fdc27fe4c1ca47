package dev.keyline.iax.sim;

import dev.keyline.iax.auth.KeyRing;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.Map;

/// Key rings for tests: pairs are made once for each name, private and public halves given out
/// separately.
public final class TestKeys {
    private static final Map<String, KeyPair> PAIRS = new HashMap<>();

    private TestKeys() {}

    public static synchronized KeyPair pair(String name) {
        return PAIRS.computeIfAbsent(name, _ -> generate());
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1024);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The private exponent as a number, as it would show if a private key were printed.
    static String privateDigits(String name) {
        return ((RSAPrivateKey) pair(name).getPrivate()).getPrivateExponent().toString();
    }

    /// A ring with the private keys of the first list and the public ones of the second.
    public static KeyRing ring(java.util.List<String> privates, java.util.List<String> publics) {
        return new KeyRing() {
            @Override
            public Lookup<RSAPrivateKey> privateKey(String name) {
                return privates.contains(name)
                        ? new Found<>((RSAPrivateKey) pair(name).getPrivate(), "SHA256:" + name)
                        : new Missing<>("no file " + name + ".key");
            }

            @Override
            public Lookup<RSAPublicKey> publicKey(String name) {
                return publics.contains(name)
                        ? new Found<>((RSAPublicKey) pair(name).getPublic(), "SHA256:" + name)
                        : new Missing<>("no file " + name + ".pub");
            }
        };
    }
}
