package dev.keyline.keys.pem;

import static dev.keyline.keys.Material.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the octets are, the answer is a value: these tests fail by an exception.
class DamageTest {
    private static final List<String> FILES =
            List.of(
                    "akey.key",
                    "trad.key",
                    "locked.key",
                    "tradlocked.key",
                    "aes256.key",
                    "kec.key",
                    "kdh.key",
                    "akey.pub",
                    "pk1pub.pub",
                    "kdh.pub",
                    "certificate.pub",
                    "derpub.pub",
                    "openssh.key");

    private static boolean usable(byte[] file) {
        var first = PemPublicKey.read(file) instanceof PemPublicKey.Usable;
        var second = PemPrivateKey.read(file);
        return first || !(second instanceof PemPrivateKey.Unusable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "akey.key",
                "trad.key",
                "locked.key",
                "tradlocked.key",
                "akey.pub",
                "pk1pub.pub"
            })
    void truncatedAtEveryLength_isAFault_untilTheWholeEndLineIsThere(String name) {
        var whole = file(name);

        assertThat(usable(whole)).isTrue();
        for (int length = 0; length < whole.length - 1; length++) {
            assertThat(usable(Arrays.copyOf(whole, length)))
                    .as("%s cut to %d octets", name, length)
                    .isFalse();
        }
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(FILES);
    }

    @Property(tries = 2000)
    void oneOctetChanged_isAValue(
            @ForAll("files") String name,
            @ForAll @IntRange(max = 9999) int where,
            @ForAll byte octet) {
        var file = file(name);
        file[where % file.length] = octet;

        assertThat(PemPublicKey.read(file)).isNotNull();
        assertThat(PemPrivateKey.read(file)).isNotNull();
    }

    /// The armour is whole and what it holds is not: this reaches the structures behind it. Most
    /// octets changed lie in numbers, so a changed key is either refused or another key, never a
    /// surprise.
    @Property(tries = 3000)
    void oneOctetChangedBehindTheArmour_isAValue(
            @ForAll("labels") String label,
            @ForAll("files") String name,
            @ForAll @IntRange(max = 9999) int where,
            @ForAll byte octet)
            throws FaultFound {
        var der = name.equals("derpub.pub") ? file(name) : Armour.open(file(name)).getContent();
        der[where % Math.min(der.length, 120)] = octet;
        var file = Armour.close(label, "", der);

        assertThat(PemPublicKey.read(file)).isNotNull();
        assertThat(PemPrivateKey.read(file)).isNotNull();
    }

    @Property(tries = 1000)
    void anyOctets_areAFault(@ForAll("labels") String label, @ForAll byte[] octets) {
        assertThat(usable(octets)).isFalse();
        assertThat(usable(Armour.close(label, "", octets))).isFalse();
    }

    @Provide
    Arbitrary<String> labels() {
        return Arbitraries.of(
                "PUBLIC KEY",
                "RSA PUBLIC KEY",
                "PRIVATE KEY",
                "RSA PRIVATE KEY",
                "ENCRYPTED PRIVATE KEY",
                "CERTIFICATE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUBLIC KEY",
                "RSA PUBLIC KEY",
                "PRIVATE KEY",
                "RSA PRIVATE KEY",
                "ENCRYPTED PRIVATE KEY"
            })
    void structuresInsideStructures_withoutEnd_areAFault(String label) {
        var nested = new byte[40_000];
        for (int i = 0; i < nested.length; i++) {
            nested[i] = (byte) (i % 2 == 0 ? 0x30 : 0x80);
        }

        assertThat(usable(Armour.close(label, "", nested))).isFalse();
    }
}
