package dev.keyline.bench;

import dev.keyline.iax.auth.Rsa;
import dev.keyline.iax.wire.Bytes;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Signing a challenge and checking the answer, with 1024 bits.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KeyBench {
    private static final int BITS = 1024;

    private final Bytes challenge = Bytes.utf8("123456789");
    private final KeyPair pair = pair();
    private final RSAPrivateKey privateKey = (RSAPrivateKey) pair.getPrivate();
    private final RSAPublicKey publicKey = (RSAPublicKey) pair.getPublic();
    private Bytes signature = Bytes.EMPTY;

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    @Setup
    public void begin() throws InvalidKeyException {
        signature = Rsa.decode(Rsa.sign(privateKey, challenge)).orElseThrow();
    }

    @Benchmark
    public String sign() throws InvalidKeyException {
        return Rsa.sign(privateKey, challenge);
    }

    @Benchmark
    public boolean verify() {
        return Rsa.verify(publicKey, challenge, signature);
    }
}
