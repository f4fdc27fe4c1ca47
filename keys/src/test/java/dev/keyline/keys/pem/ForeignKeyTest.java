package dev.keyline.keys.pem;

import static dev.keyline.keys.Material.file;
import static dev.keyline.keys.Material.passphrase;
import static dev.keyline.keys.Material.privateKey;
import static dev.keyline.keys.Material.publicKey;
import static dev.keyline.keys.Material.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignKeyTest {
    private static ForeignKey read(String name) {
        return ForeignKey.read(file(name));
    }

    private static Fault fault(byte[] content) {
        assertThat(ForeignKey.read(content)).isInstanceOf(ForeignKey.Unusable.class);
        return ((ForeignKey.Unusable) ForeignKey.read(content)).fault();
    }

    private static PemPrivateKey.Opened unlock(String name, char[] passphrase) {
        assertThat(read(name)).isInstanceOf(ForeignKey.Locked.class);
        return ((ForeignKey.Locked) read(name)).key().unlock(passphrase);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "akey.pub",
                "akey.spki.der",
                "akey.pkcs1pub.der",
                "akey.cert.der",
                "trusted.pub",
                "certificate.pub"
            })
    void everyFormOfAPublicKey_isTheSameKey(String name) {
        assertThat(read(name)).isEqualTo(new ForeignKey.Public(publicKey("akey.pub")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"akey.key", "akey.pkcs8.der", "akey.pkcs1.der"})
    void everyFormOfAPrivateKey_isTheSameKey(String name) {
        assertThat(read(name))
                .isEqualTo(
                        new ForeignKey.Private(new PemPrivateKey.Usable(privateKey("akey.key"))));
    }

    @ParameterizedTest
    @CsvSource({
        "akey.locked.der, akey.spki.der, 3",
        "aes256.key, akey.pub, 3",
        "aes256trad.key, akey.pub, 3",
        "locked.key, locked.pub, 1",
        "sshlocked.key, sshlocked.pub, 3"
    })
    void everyLock_opensWithItsPassphraseOnly(String name, String publicHalf, int pass) {
        var half = ((ForeignKey.Public) read(publicHalf)).key();
        assertThat(unlock(name, passphrase(pass)))
                .isInstanceOfSatisfying(
                        PemPrivateKey.Usable.class,
                        open -> assertThat(open.key().getModulus()).isEqualTo(half.getModulus()));
        assertThat(unlock(name, passphrase(7)))
                .isEqualTo(new PemPrivateKey.Unusable(new Fault.WrongPassphrase()));
    }

    @Test
    void openSshWithCbcAndFewRounds() {
        assertThat(unlock("sshcbc.key", passphrase(3))).isInstanceOf(PemPrivateKey.Usable.class);
        assertThat(read("sshcbc.key"))
                .asString()
                .contains("OpenSSH, aes128-cbc, 3 rounds of bcrypt");
    }

    @Test
    void openSshWithoutLock() {
        var half = ((ForeignKey.Public) read("openssh.pub")).key();
        assertThat(read("openssh.key"))
                .isInstanceOfSatisfying(
                        ForeignKey.Private.class,
                        whole ->
                                assertThat(whole.key().key().getModulus())
                                        .isEqualTo(half.getModulus()));
    }

    @Test
    void theFileOfRfc4716_isTheSameKeyAsTheLine() {
        assertThat(read("rfc4716.pub")).isEqualTo(read("sshlocked.pub"));
        var crlf = text("rfc4716.pub").replace("\n", "\r\n").getBytes(ISO_8859_1);
        assertThat(ForeignKey.read(crlf)).isEqualTo(read("sshlocked.pub"));
    }

    @Test
    void theLineWeWrite_isTheOneOfSshKeygen() {
        var key = ((ForeignKey.Public) read("sshlocked.pub")).key();
        assertThat(PemText.openSsh(key, "locked test")).isEqualTo(file("sshlocked.pub"));
    }

    @ParameterizedTest
    @CsvSource({"shed.key", "shed.pub", "kec.key", "ked.pub", "kdh.pub", "kpss.key"})
    void otherKindsOfKeys_areRefused(String name) {
        assertThat(fault(file(name))).isInstanceOf(Fault.WrongAlgorithm.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k2048.key", "k2048.pub", "k512.key"})
    void otherSizes_areRefused(String name) {
        assertThat(fault(file(name))).isInstanceOf(Fault.WrongSize.class);
    }

    @Test
    void locksWeDoNotKnow_areNamed() {
        assertThat(fault(file("sshgcm.key")).message()).contains("aes256-gcm@openssh.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh-rsa",
                "ssh-rsa ????",
                "ssh-rsa AAAA",
                "---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n",
                "0",
                ""
            })
    void whatIsNoKey_isRefused(String text) {
        assertThat(fault(text.getBytes(ISO_8859_1)).message()).contains("; ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "akey.spki.der",
                "akey.pkcs1.der",
                "akey.pkcs8.der",
                "akey.locked.der",
                "akey.cert.der",
                "openssh.key",
                "sshlocked.pub"
            })
    void cutShort_isRefusedAtEveryLength(String name) {
        var whole = file(name);
        var end =
                name.endsWith(".der")
                        ? whole.length
                        : new String(whole, ISO_8859_1).strip().length() - 14;
        for (int length = 0; length < end; length++) {
            assertThat(ForeignKey.read(Arrays.copyOf(whole, length)))
                    .as("%d octets", length)
                    .isInstanceOf(ForeignKey.Unusable.class);
        }
    }

    @Property(tries = 500)
    void aChangedOctet_neverThrows(
            @ForAll @IntRange(max = 1000) int place, @ForAll @IntRange(min = 1, max = 255) int by) {
        for (var name :
                new String[] {"akey.cert.der", "openssh.key", "sshlocked.key", "rfc4716.pub"}) {
            var damaged = file(name);
            damaged[place % damaged.length] ^= (byte) by;
            assertThat(ForeignKey.read(damaged)).isNotNull();
        }
    }

    @Test
    void secretsAreNotShown() {
        var secret = privateKey("akey.key").getPrivateExponent();
        assertThat(read("akey.pkcs1.der").toString())
                .doesNotContain(secret.toString(), secret.toString(16));
    }
}
