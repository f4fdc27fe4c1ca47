package dev.keyline.keys.pem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keyline.keys.Material;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/// What is written is read back as the same key.
class PemTextTest {
    private static final SecureRandom CHANCE = new SecureRandom();

    private static KeyPair pair(int bits) throws NoSuchAlgorithmException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits, CHANCE);
        return generator.generateKeyPair();
    }

    @Property(tries = 20)
    void everyOpenForm_isTheSameKeyAgain(@ForAll @IntRange(min = 1017, max = 1024) int bits)
            throws Exception {
        var pair = pair(bits);
        var publicKey = (RSAPublicKey) pair.getPublic();
        var privateKey = (RSAPrivateCrtKey) pair.getPrivate();

        assertThat(PemPublicKey.read(PemText.of(publicKey)))
                .isEqualTo(new PemPublicKey.Usable(publicKey));
        assertThat(PemPublicKey.read(PemText.pkcs1(publicKey)))
                .isEqualTo(new PemPublicKey.Usable(publicKey));
        assertThat(PemPrivateKey.read(PemText.of(privateKey)))
                .isEqualTo(new PemPrivateKey.Usable(privateKey));
        assertThat(PemPrivateKey.read(PemText.pkcs1(privateKey)))
                .isEqualTo(new PemPrivateKey.Usable(privateKey));
    }

    @Property(tries = 60)
    void everyLockedForm_opensWithItsPassphraseAlone(
            @ForAll PemCipher cipher,
            @ForAll Prf prf,
            @ForAll @IntRange(min = 1, max = 3000) int rounds,
            @ForAll @StringLength(min = 1, max = 40) String passphrase) {
        var key = Material.privateKey("akey.key");

        for (var lock :
                new Lock[] {new Lock.Pkcs8(cipher, prf, rounds), new Lock.Traditional(cipher)}) {
            var text = PemText.locked(key, lock, passphrase.toCharArray(), CHANCE);
            var locked = (PemPrivateKey.Locked) PemPrivateKey.read(text);

            assertThat(locked.protection()).isEqualTo(lock.toString());
            assertThat(locked.unlock(passphrase.toCharArray()))
                    .isEqualTo(new PemPrivateKey.Usable(key));
            assertThat(locked.unlock((passphrase + "x").toCharArray()))
                    .isEqualTo(new PemPrivateKey.Unusable(new Fault.WrongPassphrase()));
        }
    }

    @Test
    void lockingTwice_givesTwoTexts() {
        var key = Material.privateKey("akey.key");
        var lock = new Lock.Pkcs8(PemCipher.DES_EDE3_CBC, Prf.HMAC_SHA256, 2048);

        assertThat(PemText.locked(key, lock, Material.passphrase(1), CHANCE))
                .isNotEqualTo(PemText.locked(key, lock, Material.passphrase(1), CHANCE));
    }

    @Test
    void roundsHaveLimits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lock.Pkcs8(PemCipher.AES_128_CBC, Prf.HMAC_SHA1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Lock.Pkcs8(
                                        PemCipher.AES_128_CBC,
                                        Prf.HMAC_SHA1,
                                        Lock.MOST_ROUNDS + 1));
    }
}
