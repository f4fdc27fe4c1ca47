package dev.keyline.pbx.exchange;

import dev.keyline.iax.auth.KeyRing;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Key rings for tests: a pair is made once for each name, its halves are given out separately.
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

    /// A ring with these private keys and these public ones.
    public static KeyRing ring(List<String> privates, List<String> publics) {
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

    /// The same ring, with one public key whose time is over.
    public static KeyRing expired(String expired, KeyRing ring) {
        return new KeyRing() {
            @Override
            public Lookup<RSAPrivateKey> privateKey(String name) {
                return ring.privateKey(name);
            }

            @Override
            public Lookup<RSAPublicKey> publicKey(String name) {
                return name.equals(expired)
                                && ring.publicKey(name) instanceof Found<RSAPublicKey> found
                        ? new OutOfTerm<>(found.key(), found.fingerprint(), name + ".pub expired")
                        : ring.publicKey(name);
            }
        };
    }
}
