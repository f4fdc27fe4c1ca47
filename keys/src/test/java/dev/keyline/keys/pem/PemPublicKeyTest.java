package dev.keyline.keys.pem;

import static dev.keyline.keys.Material.file;
import static dev.keyline.keys.Material.publicKey;
import static dev.keyline.keys.Material.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PemPublicKeyTest {
    private static Fault fault(byte[] file) {
        assertThat(PemPublicKey.read(file)).isInstanceOf(PemPublicKey.Unusable.class);
        return ((PemPublicKey.Unusable) PemPublicKey.read(file)).fault();
    }

    private static Fault fault(String text) {
        return fault(text.getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"akey", "bkey", "b2key", "ckey", "rotkey", "locked", "trad", "tradlocked"})
    void aKeyOfAstgenkey_isReadAndWrittenBackOctetForOctet(String name) {
        var key = publicKey(name + ".pub");

        assertThat(key.getModulus().bitLength()).isEqualTo(1024);
        assertThat(PemText.of(key)).isEqualTo(file(name + ".pub"));
    }

    @Test
    void pkcs1_isTheSameKey_andIsWrittenBackOctetForOctet() {
        var key = publicKey("pk1pub.pub");

        assertThat(key).isEqualTo(publicKey("bkey.pub"));
        assertThat(PemText.pkcs1(key)).isEqualTo(file("pk1pub.pub"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1017, 1020, 1023})
    void sizesWhoseSignatureTakes128Octets_areTaken(int bits) {
        assertThat(publicKey("k" + bits + ".pub").getModulus().bitLength()).isEqualTo(bits);
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 768, 1016, 1025, 1032, 2048, 3072, 4096})
    void otherSizes_areNamed(int bits) {
        assertThat(fault(file("k" + bits + ".pub"))).isEqualTo(new Fault.WrongSize(bits));
        assertThat(new Fault.WrongSize(bits).message())
                .isEqualTo(
                        "holds an RSA key of "
                                + bits
                                + " bits; Asterisk accepts 1017 to 1024; "
                                + "make one of 1024 bits: openssl genrsa 1024");
    }

    @ParameterizedTest
    @CsvSource({"kec, EC", "ked, Ed25519", "kpss, RSA-PSS", "kdh, Diffie-Hellman"})
    void keysThatAreNotRsa_areNamed(String name, String algorithm) {
        assertThat(fault(file(name + ".pub"))).isEqualTo(new Fault.WrongAlgorithm(algorithm));
    }

    @Test
    void otherThings_areNamed() {
        assertThat(fault(file("derpub.pub"))).isEqualTo(new Fault.Der());
        assertThat(fault(file("certificate.pub"))).isEqualTo(new Fault.Certificate());
        assertThat(fault(file("request.pub")))
                .isEqualTo(new Fault.OtherObject("CERTIFICATE REQUEST"));
        assertThat(fault(file("openssh.pub"))).isEqualTo(new Fault.OpenSsh());
        assertThat(fault("")).isEqualTo(new Fault.Empty());
        assertThat(fault(" \r\n\n")).isEqualTo(new Fault.Empty());
        assertThat(fault("just a note\n")).isEqualTo(new Fault.NotPem());
        assertThat(fault(new byte[Fault.TooLarge.LIMIT + 1])).isEqualTo(new Fault.TooLarge());
    }

    @ParameterizedTest
    @ValueSource(strings = {"akey.key", "trad.key", "locked.key", "tradlocked.key"})
    void aPrivateKey_isNotAPublicKey(String name) {
        assertThat(fault(file(name))).isEqualTo(new Fault.PrivateNotPublic());
    }

    @Test
    void textAroundTheArmour_isIgnored() {
        var wrapped =
                "Key of the branch office\nmade in May: a note\n\n"
                        + text("bkey.pub")
                        + "the end\n";

        assertThat(PemPublicKey.read(wrapped.getBytes(ISO_8859_1)))
                .isEqualTo(new PemPublicKey.Usable(publicKey("bkey.pub")));
    }

    @Test
    void lineEndsOfWindows_trailingBlanks_andNoLastLineEnd_areForgiven() {
        var expected = new PemPublicKey.Usable(publicKey("bkey.pub"));

        for (var end : new String[] {"\r\n", " \n", "\t \r\n"}) {
            var changed = text("bkey.pub").replace("\n", end);
            assertThat(PemPublicKey.read(changed.getBytes(ISO_8859_1))).isEqualTo(expected);
        }
        assertThat(PemPublicKey.read(text("bkey.pub").strip().getBytes(ISO_8859_1)))
                .isEqualTo(expected);
    }

    @Test
    void onlyTheFirstObjectCounts() {
        assertThat(fault(text("certificate.pub") + text("bkey.pub")))
                .isEqualTo(new Fault.Certificate());
        assertThat(
                        PemPublicKey.read(
                                (text("bkey.pub") + text("certificate.pub")).getBytes(ISO_8859_1)))
                .isEqualTo(new PemPublicKey.Usable(publicKey("bkey.pub")));
    }

    @Test
    void aMissingEnd_isTruncated() {
        var text = text("bkey.pub");

        assertThat(fault(text.substring(0, 200))).isEqualTo(new Fault.Truncated("PUBLIC KEY"));
        assertThat(fault(text.substring(0, 200) + "\n" + text("akey.pub")))
                .isInstanceOf(Fault.Damaged.class);
    }

    @Test
    void exponentOne_isRefused() {
        var modulus = publicKey("bkey.pub").getModulus();

        assertThat(fault(spki(modulus, BigInteger.ONE))).isInstanceOf(Fault.Damaged.class);
        assertThat(fault(spki(modulus, BigInteger.TWO))).isInstanceOf(Fault.Damaged.class);
        assertThat(fault(spki(modulus.subtract(BigInteger.ONE), BigInteger.valueOf(3))))
                .isInstanceOf(Fault.Damaged.class);
    }

    private static byte[] spki(BigInteger modulus, BigInteger exponent) {
        return Armour.close("PUBLIC KEY", "", PemText.spki(modulus, exponent));
    }

    @Test
    void aStrangeLabel_cannotWriteALogLineOfItsOwn() {
        var label = "X\u0007\u001b[2J" + "Y".repeat(100);

        var fault = fault("-----BEGIN " + label + "-----\nAAAA\n-----END " + label + "-----\n");

        assertThat(fault).isEqualTo(new Fault.OtherObject("X??[2J" + "Y".repeat(34) + "..."));
    }
}
