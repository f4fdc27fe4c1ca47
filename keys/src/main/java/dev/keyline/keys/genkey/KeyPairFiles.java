package dev.keyline.keys.genkey;

import dev.keyline.keys.pem.Lock;
import dev.keyline.keys.pem.PemCipher;
import dev.keyline.keys.pem.PemText;
import dev.keyline.keys.pem.Prf;
import dev.keyline.keys.pem.PublicHalf;
import dev.keyline.keys.ring.FileReason;
import dev.keyline.keys.ring.Fingerprint;
import dev.keyline.keys.ring.KeyType;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;

/// Makes NAME.key and NAME.pub.
public final class KeyPairFiles {
    /// Cipher and structure are those of `openssl genrsa -des3`, which every Asterisk opens.
    /// Openssl does 2048 rounds; these take about half a second at `keys init` and make each guess
    /// 300 times as dear.
    public static final Lock.Pkcs8 LOCK =
            new Lock.Pkcs8(PemCipher.DES_EDE3_CBC, Prf.HMAC_SHA256, 600_000);

    private KeyPairFiles() {}

    /// Makes a pair and writes both files: the private key as PKCS#8 with mode 0600, the public key
    /// as SubjectPublicKeyInfo with mode 0644. Takes a fraction of a second, with a passphrase a
    /// second more.
    ///
    /// @param chance where the primes, the salt and the vector come from
    public static Generated generate(NewKeyPair wish, SecureRandom chance) {
        var obstacle = Checks.obstacle(wish);
        return obstacle.isPresent()
                ? new Generated.Refused(obstacle.get())
                : write(wish, pair(wish.bits(), chance), chance);
    }

    /// Writes both files for a key that exists already.
    ///
    /// @param wish its number of bits is that of the key
    /// @param chance for the lock
    public static Generated store(NewKeyPair wish, RSAPrivateCrtKey key, SecureRandom chance) {
        var whole = wish.bits(key.getModulus().bitLength());
        var obstacle = Checks.obstacle(whole);
        return obstacle.isPresent()
                ? new Generated.Refused(obstacle.get())
                : write(whole, new KeyPair(PublicHalf.of(key), key), chance);
    }

    /// Writes the public file for a key whose private half is elsewhere.
    public static Generated store(NewKeyPair wish, RSAPublicKey key) {
        var obstacle = Checks.publicHalf(wish.bits(key.getModulus().bitLength()));
        if (obstacle.isPresent()) {
            return new Generated.Refused(obstacle.get());
        }
        var target = wish.file(KeyType.PUBLIC);
        try (var file = NewFile.write(target, PemText.of(key), NewFile.READABLE)) {
            file.publish(wish.overwrite());
        } catch (IOException e) {
            return new Generated.Refused(new Obstacle.WriteFailed(target, FileReason.of(e), false));
        }
        return new Generated.PublicWritten(target, Fingerprint.of(key));
    }

    private static KeyPair pair(int bits, SecureRandom chance) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(
                    new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4), chance);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "every Java platform makes RSA keys of " + bits + " bits", e);
        }
    }

    /// The private half is put in place first: the public one can always be written from it, never
    /// the other way round.
    private static Generated write(NewKeyPair wish, KeyPair pair, SecureRandom chance) {
        var privateFile = wish.file(KeyType.PRIVATE);
        var publicFile = wish.file(KeyType.PUBLIC);
        var publicKey = (RSAPublicKey) pair.getPublic();
        var privateText = text((RSAPrivateCrtKey) pair.getPrivate(), wish, chance);
        var privateDone = false;
        try (var first = NewFile.write(privateFile, privateText, NewFile.OWNER_ONLY);
                var second = NewFile.write(publicFile, PemText.of(publicKey), NewFile.READABLE)) {
            first.publish(wish.overwrite());
            privateDone = true;
            second.publish(wish.overwrite());
        } catch (IOException e) {
            var failed = privateDone ? publicFile : privateFile;
            return new Generated.Refused(
                    new Obstacle.WriteFailed(failed, FileReason.of(e), privateDone));
        }
        return new Generated.Written(privateFile, publicFile, Fingerprint.of(publicKey));
    }

    private static byte[] text(RSAPrivateCrtKey key, NewKeyPair wish, SecureRandom chance) {
        return wish.passphrase()
                .map(passphrase -> PemText.locked(key, LOCK, passphrase, chance))
                .orElseGet(() -> PemText.of(key));
    }
}
