package dev.keyline.keys.pem;

import static dev.keyline.keys.Material.file;
import static dev.keyline.keys.Material.passphrase;
import static dev.keyline.keys.Material.privateKey;
import static dev.keyline.keys.Material.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PemPrivateKeyTest {
    private static Fault fault(byte[] file) {
        assertThat(PemPrivateKey.read(file)).isInstanceOf(PemPrivateKey.Unusable.class);
        return ((PemPrivateKey.Unusable) PemPrivateKey.read(file)).fault();
    }

    private static Fault fault(String text) {
        return fault(text.getBytes(ISO_8859_1));
    }

    private static PemPrivateKey.Locked locked(byte[] file) {
        assertThat(PemPrivateKey.read(file)).isInstanceOf(PemPrivateKey.Locked.class);
        return (PemPrivateKey.Locked) PemPrivateKey.read(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"akey", "bkey", "b2key", "ckey", "rotkey"})
    void pkcs8_isReadAndWrittenBackOctetForOctet(String name) {
        assertThat(PemText.of(privateKey(name + ".key"))).isEqualTo(file(name + ".key"));
    }

    @Test
    void pkcs1_isReadAndWrittenBackOctetForOctet() {
        assertThat(PemText.pkcs1(privateKey("trad.key"))).isEqualTo(file("trad.key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"akey", "trad", "k1017", "k1020", "k1023"})
    void bothHalvesBelongTogether(String name) {
        assertThat(PemPublicKey.read(file(name + ".pub")))
                .isInstanceOfSatisfying(
                        PemPublicKey.Usable.class,
                        half ->
                                assertThat(half.key().getModulus())
                                        .isEqualTo(privateKey(name + ".key").getModulus()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "locked.key     | 1 | PBES2, DES-EDE3-CBC, 2048 rounds of HMAC-SHA256",
                "tradlocked.key | 2 | DEK-Info, DES-EDE3-CBC",
                "aes128sha1.key | 3 | PBES2, AES-128-CBC, 2048 rounds of HMAC-SHA1",
                "aes256.key     | 3 | PBES2, AES-256-CBC, 2048 rounds of HMAC-SHA256",
                "aes256trad.key | 3 | DEK-Info, AES-256-CBC"
            })
    void aLockedKey_opensWithItsPassphrase_andSaysHowItIsLocked(
            String name, int number, String protection) {
        var locked = locked(file(name));

        assertThat(locked.protection()).isEqualTo(protection);
        assertThat(locked.unlock(passphrase(number))).isInstanceOf(PemPrivateKey.Usable.class);
        assertThat(locked.unlock(passphrase(9)))
                .isEqualTo(new PemPrivateKey.Unusable(new Fault.WrongPassphrase()));
        assertThat(locked.unlock(new char[0]))
                .isEqualTo(new PemPrivateKey.Unusable(new Fault.WrongPassphrase()));
    }

    @Test
    void theUnlockedKey_isTheOneThatWasLocked() {
        var expected = new PemPrivateKey.Usable(privateKey("akey.key"));

        assertThat(locked(file("aes128sha1.key")).unlock(passphrase(3))).isEqualTo(expected);
        assertThat(locked(file("aes256.key")).unlock(passphrase(3))).isEqualTo(expected);
        assertThat(locked(file("aes256trad.key")).unlock(passphrase(3))).isEqualTo(expected);
    }

    @Test
    void unlocking_leavesThePassphraseToItsOwner() {
        var passphrase = passphrase(1);

        locked(file("locked.key")).unlock(passphrase);

        assertThat(passphrase).isEqualTo(passphrase(1));
    }

    /// With so many guesses some leave padding that looks right; each must still be a wrong
    /// passphrase.
    @Test
    void noWrongPassphrase_opens_orIsTakenForDamage() {
        var locked = locked(file("tradlocked.key"));

        for (int guess = 0; guess < 3000; guess++) {
            assertThat(locked.unlock(("guess" + guess).toCharArray()))
                    .isEqualTo(new PemPrivateKey.Unusable(new Fault.WrongPassphrase()));
        }
    }

    @Test
    void theSizeOfALockedKey_isSeenOnceItIsOpen() {
        assertThat(locked(file("locked2048.key")).unlock(passphrase(3)))
                .isEqualTo(new PemPrivateKey.Unusable(new Fault.WrongSize(2048)));
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 768, 1016, 1025, 1032, 2048, 3072, 4096})
    void otherSizes_areNamed(int bits) {
        assertThat(fault(file("k" + bits + ".key"))).isEqualTo(new Fault.WrongSize(bits));
    }

    @ParameterizedTest
    @CsvSource({"kec, EC", "ecparams, EC", "ked, Ed25519", "kpss, RSA-PSS", "kdh, Diffie-Hellman"})
    void keysThatAreNotRsa_areNamed(String name, String algorithm) {
        assertThat(fault(file(name + ".key"))).isEqualTo(new Fault.WrongAlgorithm(algorithm));
    }

    @Test
    void otherThings_areNamed() {
        assertThat(fault(file("openssh.key"))).isEqualTo(new Fault.OpenSsh());
        assertThat(fault(file("certificate.pub"))).isEqualTo(new Fault.Certificate());
        assertThat(fault(file("derpub.pub"))).isEqualTo(new Fault.Der());
        assertThat(fault("")).isEqualTo(new Fault.Empty());
        assertThat(fault(file("akey.pub"))).isEqualTo(new Fault.PublicNotPrivate());
        assertThat(fault(file("pk1pub.pub"))).isEqualTo(new Fault.PublicNotPrivate());
    }

    @Test
    void protectionOutOfTheOrdinary_isNamed() {
        assertThat(fault(file("scrypt.key")))
                .isEqualTo(new Fault.UnknownProtection("key derivation 1.3.6.1.4.1.11591.4.11"));
        assertThat(fault(file("pbes1.key")))
                .isEqualTo(new Fault.UnknownProtection("scheme 1.2.840.113549.1.12.1.3"));
        assertThat(fault(text("tradlocked.key").replace("DES-EDE3-CBC", "DES-CBC")))
                .isEqualTo(new Fault.UnknownProtection("DES-CBC"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DES-EDE3-CBC",
                "DES-EDE3-CBC,",
                "DES-EDE3-CBC,0011",
                "DES-EDE3-CBC,00112233445566XY",
                "AES-128-CBC,0011223344556677"
            })
    void aDekInfoLine_withoutAWholeVector_isDamage(String value) {
        var text = text("tradlocked.key").replaceAll("DEK-Info: .*", "DEK-Info: " + value);

        assertThat(fault(text)).isInstanceOf(Fault.Damaged.class);
    }

    @Test
    void oneOfTheTwoHeaderLines_isDamage() {
        assertThat(fault(text("tradlocked.key").replaceAll("DEK-Info: .*\n", "")))
                .isInstanceOf(Fault.Damaged.class);
        assertThat(fault(text("tradlocked.key").replaceAll("Proc-Type: .*\n", "")))
                .isInstanceOf(Fault.Damaged.class);
    }

    /// A key with one wrong part still signs, and each such signature gives the primes away.
    @Test
    void aKeyWhosePartsDoNotFit_isDamage() throws Exception {
        var key = privateKey("akey.key");
        var more = BigInteger.TWO;
        var wrong =
                List.of(
                        parts(
                                key,
                                key.getPrivateExponent().add(more),
                                key.getPrimeExponentP(),
                                key.getCrtCoefficient()),
                        parts(
                                key,
                                key.getPrivateExponent(),
                                key.getPrimeExponentP().add(more),
                                key.getCrtCoefficient()),
                        parts(
                                key,
                                key.getPrivateExponent(),
                                key.getPrimeExponentP(),
                                key.getCrtCoefficient().add(more)));

        for (var der : wrong) {
            assertThat(fault(Armour.close("RSA PRIVATE KEY", "", der)))
                    .isEqualTo(
                            new Fault.Damaged("the parts of the private key do not fit together"));
        }
    }

    private static byte[] parts(RSAPrivateCrtKey key, BigInteger d, BigInteger dP, BigInteger qInv)
            throws IOException {
        return new org.bouncycastle.asn1.pkcs.RSAPrivateKey(
                        key.getModulus(),
                        key.getPublicExponent(),
                        d,
                        key.getPrimeP(),
                        key.getPrimeQ(),
                        dP,
                        key.getPrimeExponentQ(),
                        qInv)
                .getEncoded();
    }

    @Test
    void nothingPrivate_isEverPrinted() {
        var digits = privateKey("akey.key").getPrivateExponent().toString();

        assertThat(PemPrivateKey.read(file("akey.key")).toString())
                .isEqualTo("Usable[RSA private key of 1024 bits]")
                .doesNotContain(digits);
    }
}
