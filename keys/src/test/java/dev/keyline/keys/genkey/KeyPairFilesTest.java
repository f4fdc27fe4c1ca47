package dev.keyline.keys.genkey;

import static dev.keyline.keys.Material.NOW;
import static dev.keyline.keys.Material.copy;
import static dev.keyline.keys.Material.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.keys.OpenSsl;
import dev.keyline.keys.ring.Entry;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.keys.ring.PrivateLookup;
import dev.keyline.keys.ring.PublicLookup;
import dev.keyline.keys.ring.Unlocking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPairFilesTest {
    private static final SecureRandom CHANCE = new SecureRandom();

    @TempDir Path directory;

    private static Generated.Written written(NewKeyPair wish) {
        var outcome = KeyPairFiles.generate(wish, CHANCE);
        assertThat(outcome).isInstanceOf(Generated.Written.class);
        return (Generated.Written) outcome;
    }

    private static Obstacle refused(NewKeyPair wish) {
        var outcome = KeyPairFiles.generate(wish, CHANCE);
        assertThat(outcome).isInstanceOf(Generated.Refused.class);
        return ((Generated.Refused) outcome).why();
    }

    private NewKeyPair wish(String name) {
        return NewKeyPair.named(directory, name);
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private long files() throws IOException {
        try (var all = Files.list(directory)) {
            return all.count();
        }
    }

    @Test
    void aPair_isLoadedByTheRing_withRightModes_andNothingElseIsLeft() throws IOException {
        var pair = written(wish("branch"));
        var ring = KeyRing.load(directory);

        assertThat(ring.privateKey("branch", NOW)).isInstanceOf(PrivateLookup.Found.class);
        assertThat(ring.publicKey("branch", NOW))
                .isInstanceOfSatisfying(
                        PublicLookup.Found.class,
                        half -> assertThat(half.key().getModulus().bitLength()).isEqualTo(1024));
        assertThat(ring.entries())
                .extracting(Entry::fingerprint)
                .containsExactly(Optional.of(pair.fingerprint()), Optional.of(pair.fingerprint()));
        assertThat(mode(pair.privateFile())).isEqualTo("rw-------");
        assertThat(mode(pair.publicFile())).isEqualTo("rw-r--r--");
        assertThat(files()).isEqualTo(2);
    }

    @Test
    void theForms_areThoseOfAstgenkey() throws IOException {
        var open = written(wish("open"));
        var locked = written(wish("locked").lockedWith("correct horse".toCharArray()));

        assertThat(open.privateFile()).content().startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(open.publicFile()).content().startsWith("-----BEGIN PUBLIC KEY-----\n");
        assertThat(locked.privateFile())
                .content()
                .startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n");
        assertThat(KeyRing.load(directory).locked().getFirst().content().protection())
                .isEqualTo("PBES2, DES-EDE3-CBC, 600000 rounds of HMAC-SHA256");
    }

    @Test
    void aLockedPair_opensWithItsPassphrase() {
        var passphrase = "correct horse".toCharArray();
        written(wish("branch").lockedWith(passphrase));

        assertThat(passphrase).as("it stays the caller's").isEqualTo("correct horse".toCharArray());
        assertThat(KeyRing.load(directory).unlock("branch", passphrase))
                .isInstanceOf(Unlocking.Unlocked.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1017, 1020, 1023})
    void otherSizesThatInteroperate_areMade(int bits) {
        written(wish("odd").bits(bits));

        assertThat(KeyRing.load(directory).publicKey("odd", NOW))
                .isInstanceOfSatisfying(
                        PublicLookup.Found.class,
                        half -> assertThat(half.key().getModulus().bitLength()).isEqualTo(bits));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 512, 1016, 1025, 2048})
    void otherSizes_areRefused(int bits) {
        assertThat(refused(wish("odd").bits(bits))).isEqualTo(new Obstacle.BadSize(bits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "_x", "head office", "v1.2", "a-b_c.d", "x."})
    void names_thatCanBeWrittenInEveryPlace_areTaken(String name) {
        written(wish(name));

        assertThat(KeyRing.load(directory).privateKey(name, NOW))
                .isInstanceOf(PrivateLookup.Found.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", " a", "a ", ".a", "-a", "a/b", "../a", "a:b", "a@b", "a]b", "a,b", "a;b",
                "a\nb", "ä", "a\u0000"
            })
    void otherNames_areRefused(String name) throws IOException {
        assertThat(refused(wish(name))).isEqualTo(new Obstacle.BadName(name));
        assertThat(new Obstacle.BadName(name).message()).doesNotContain("\n");
        assertThat(files()).isZero();
    }

    @Test
    void nameAndPath_haveTheLimitsOfTheRing() throws IOException {
        written(wish("n".repeat(79)));
        assertThat(refused(wish("n".repeat(80)))).isInstanceOf(Obstacle.BadName.class);
        var deep =
                Files.createDirectories(
                        directory.resolve("d".repeat(120)).resolve("d".repeat(120)));
        assertThat(refused(NewKeyPair.named(deep, "n".repeat(30))))
                .isInstanceOf(Obstacle.PathTooLong.class);
    }

    @Test
    void passphrases_thatCannotBeTypedLater_areRefused() {
        assertThat(refused(wish("a").lockedWith("abc".toCharArray())))
                .isEqualTo(new Obstacle.BadPassphrase("has fewer than 4 characters"));
        assertThat(refused(wish("a").lockedWith("x".repeat(1024).toCharArray())))
                .isEqualTo(new Obstacle.BadPassphrase("takes more than 1023 octets"));
        assertThat(refused(wish("a").lockedWith("ab\ncd".toCharArray())))
                .isEqualTo(new Obstacle.BadPassphrase("has a control character"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"akey.key", "akey.pub"})
    void anExistingHalf_isNotOverwritten_unlessTold(String existing) throws IOException {
        copy(directory, existing);
        var before = file(existing);

        assertThat(refused(wish("akey")))
                .isEqualTo(new Obstacle.Exists(directory.resolve(existing)));
        assertThat(directory.resolve(existing)).hasBinaryContent(before);
        assertThat(files()).isEqualTo(1);

        written(wish("akey").overwriting());
        assertThat(Files.readAllBytes(directory.resolve(existing))).isNotEqualTo(before);
        assertThat(mode(directory.resolve("akey.key"))).isEqualTo("rw-------");
    }

    @Test
    void aLink_evenADanglingOne_exists_andOverwritingReplacesTheLink() throws IOException {
        var target = directory.resolve("elsewhere");
        Files.createSymbolicLink(directory.resolve("akey.key"), target);

        assertThat(refused(wish("akey")))
                .isEqualTo(new Obstacle.Exists(directory.resolve("akey.key")));
        written(wish("akey").overwriting());
        assertThat(target).doesNotExist();
        assertThat(Files.isSymbolicLink(directory.resolve("akey.key"))).isFalse();
    }

    @Test
    void aDirectoryInTheWay_isNeverOverwritten() throws IOException {
        Files.createDirectory(directory.resolve("akey.pub"));

        assertThat(refused(wish("akey").overwriting()))
                .isEqualTo(new Obstacle.NotAFile(directory.resolve("akey.pub")));
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void aMissingDirectory_isSaid() {
        var nowhere = directory.resolve("nowhere");

        assertThat(refused(NewKeyPair.named(nowhere, "akey")))
                .isEqualTo(new Obstacle.NoDirectory(nowhere));
    }

    @Test
    void thePassphrase_isNeverPrinted() {
        assertThat(wish("a").lockedWith("correct horse".toCharArray()).toString())
                .doesNotContain("correct");
    }

    @Test
    void openssl_readsBothFiles_lockedAndOpen() throws Exception {
        OpenSsl.required();
        written(wish("open"));
        written(wish("locked").lockedWith("correct horse".toCharArray()));
        Files.writeString(directory.resolve("passphrase"), "correct horse\n");

        for (var name : new String[] {"open", "locked"}) {
            var key = name + ".key";
            var pass = "file:passphrase";
            assertThat(
                            OpenSsl.ok(
                                    directory, "rsa", "-check", "-noout", "-in", key, "-passin",
                                    pass))
                    .contains("key ok");
            OpenSsl.ok(directory, "rsa", "-in", key, "-passin", pass, "-pubout", "-out", "derived");
            assertThat(directory.resolve("derived"))
                    .hasSameBinaryContentAs(directory.resolve(name + ".pub"));
        }
    }

    @Test
    void theLockedForm_hasTheStructureOfGenrsaDes3() throws Exception {
        OpenSsl.required();
        written(wish("ours").lockedWith("correct horse".toCharArray()));
        OpenSsl.ok(
                directory,
                "genrsa",
                "-des3",
                "-passout",
                "pass:correct horse",
                "-out",
                "theirs.key",
                "1024");

        var ours = OpenSsl.ok(directory, "asn1parse", "-in", "ours.key");
        for (var part : new String[] {":PBES2", ":PBKDF2", ":hmacWithSHA256", ":des-ede3-cbc"}) {
            assertThat(ours).contains(part);
            assertThat(OpenSsl.ok(directory, "asn1parse", "-in", "theirs.key")).contains(part);
        }
    }
}
