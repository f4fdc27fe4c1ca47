package dev.keyline.keys.ring;

import static dev.keyline.keys.Material.NOW;
import static dev.keyline.keys.Material.chmod;
import static dev.keyline.keys.Material.copy;
import static dev.keyline.keys.Material.file;
import static dev.keyline.keys.Material.passphrase;
import static dev.keyline.keys.Material.privateKey;
import static dev.keyline.keys.Material.publicKey;
import static dev.keyline.keys.Material.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.keyline.keys.pem.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {
    @TempDir Path directory;

    private KeyRing ring(String... files) throws IOException {
        copy(directory, files);
        return KeyRing.load(directory);
    }

    private static String whyNoPrivate(KeyRing ring, String name) {
        assertThat(ring.privateKey(name, NOW)).isInstanceOf(PrivateLookup.Absent.class);
        return ((PrivateLookup.Absent) ring.privateKey(name, NOW)).why().message();
    }

    private static String whyNoPublic(KeyRing ring, String name) {
        assertThat(ring.publicKey(name, NOW)).isInstanceOf(PublicLookup.Absent.class);
        return ((PublicLookup.Absent) ring.publicKey(name, NOW)).why().message();
    }

    @Test
    void bothHalves_areFoundByName() throws IOException {
        var ring = ring("akey.key", "akey.pub");

        assertThat(ring.publicKey("akey", NOW))
                .isEqualTo(
                        new PublicLookup.Found(
                                publicKey("akey.pub"), Fingerprint.of(publicKey("akey.pub"))));
        assertThat(ring.privateKey("akey", NOW))
                .isEqualTo(new PrivateLookup.Found(privateKey("akey.key")));
        assertThat(ring.refusals()).isEmpty();
    }

    @Test
    void entries_areSortedByName_publicFirst() throws IOException {
        var ring = ring("bkey.key", "trad.pub", "akey.key", "bkey.pub", "locked.key", "akey.pub");

        assertThat(ring.entries().stream().map(entry -> entry.file().id().fileName()))
                .containsExactly(
                        "akey.pub", "akey.key", "bkey.pub", "bkey.key", "locked.key", "trad.pub");
    }

    @Test
    void otherFiles_areIgnoredWithoutAWord() throws IOException {
        for (var name :
                new String[] {
                    "README", ".pub", ".key", "akey.pub~", "akey.PUB", "akey.pem", "pub", "x.tmp"
                }) {
            put(directory.resolve(name), file("akey.pub"));
        }

        assertThat(KeyRing.load(directory).entries()).isEmpty();
        assertThat(KeyRing.load(directory).refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "head office", "v1.2.pub", ".hidden", "-dash"})
    void nearlyAnyName_isAName(String name) throws IOException {
        put(directory.resolve("plain.pub"), file("akey.pub"));
        Files.move(directory.resolve("plain.pub"), directory.resolve(name + ".pub"));

        assertThat(KeyRing.load(directory).publicKey(name, NOW))
                .isInstanceOf(PublicLookup.Found.class);
    }

    @Test
    void namesAreCaseSensitive() throws IOException {
        assertThat(whyNoPublic(ring("akey.pub"), "AKEY"))
                .isEqualTo(
                        "no file AKEY.pub in " + directory + ": put it there and reload the keys");
    }

    @Test
    void aMissingKey_saysWhichFileIsMissing_andWhetherItsOtherHalfIsThere() throws IOException {
        var ring = ring("akey.pub", "bkey.key");

        assertThat(whyNoPrivate(ring, "nobody"))
                .isEqualTo(
                        "no file nobody.key in "
                                + directory
                                + ": put it there and reload the keys");
        assertThat(whyNoPrivate(ring, "akey"))
                .isEqualTo(
                        "no file akey.key in "
                                + directory
                                + ": akey.pub is there, but only the private half can answer");
        assertThat(whyNoPublic(ring, "bkey"))
                .isEqualTo(
                        "no file bkey.pub in "
                                + directory
                                + ": write it from bkey.key: openssl rsa -in bkey.key -pubout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../akey", "a\u0000b", "x/y", "\n"})
    void noNameReachesOutOfTheDirectory_orBreaksALine(String name) throws IOException {
        var sub = Files.createDirectory(directory.resolve("sub"));
        copy(directory, "akey.pub", "akey.key");
        var ring = KeyRing.load(sub);

        assertThat(whyNoPublic(ring, name)).startsWith("no file ").doesNotContain("\n", "\u0000");
        assertThat(whyNoPrivate(ring, name)).startsWith("no file ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rw-r--r--",
                "rw----r--",
                "rw-rw----",
                "rwx------",
                "rw---x---",
                "-w-----w-"
            })
    void aPrivateKeyOpenToOthers_isRefusedWithItsMode(String mode) throws IOException {
        copy(directory, "akey.key", "akey.pub");
        chmod(directory.resolve("akey.key"), mode);
        var ring = KeyRing.load(directory);

        assertThat(whyNoPrivate(ring, "akey")).contains("akey.key has mode 0");
        assertThat(ring.publicKey("akey", NOW)).isInstanceOf(PublicLookup.Found.class);
    }

    @Test
    void theMessageAboutAMode_saysWhatToType() throws IOException {
        copy(directory, "akey.key");
        var path = directory.resolve("akey.key");
        chmod(path, "rw-r--r--");

        assertThat(whyNoPrivate(KeyRing.load(directory), "akey"))
                .isEqualTo(
                        path
                                + " has mode 0644, a private key may be open to its owner only: chmod 600 "
                                + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------"})
    void aPrivateKeyOpenToItsOwnerOnly_isLoaded(String mode) throws IOException {
        copy(directory, "akey.key");
        chmod(directory.resolve("akey.key"), mode);

        assertThat(KeyRing.load(directory).privateKey("akey", NOW))
                .isInstanceOf(PrivateLookup.Found.class);
    }

    @Test
    void aPublicKey_mayBeOpenToAll() throws IOException {
        copy(directory, "akey.pub");
        chmod(directory.resolve("akey.pub"), "rwxrwxrwx");

        assertThat(KeyRing.load(directory).publicKey("akey", NOW))
                .isInstanceOf(PublicLookup.Found.class);
    }

    @Test
    void aLink_countsAsWhatItLeadsTo(@TempDir Path elsewhere) throws IOException {
        copy(elsewhere, "akey.key");
        put(elsewhere.resolve("open"), file("bkey.key"));
        Files.createSymbolicLink(directory.resolve("good.key"), elsewhere.resolve("akey.key"));
        Files.createSymbolicLink(directory.resolve("bad.key"), elsewhere.resolve("open"));
        Files.createSymbolicLink(directory.resolve("dangling.key"), elsewhere.resolve("nothing"));
        Files.createSymbolicLink(directory.resolve("circle.key"), directory.resolve("circle.key"));
        var ring = KeyRing.load(directory);

        assertThat(ring.privateKey("good", NOW)).isInstanceOf(PrivateLookup.Found.class);
        assertThat(whyNoPrivate(ring, "bad")).contains("has mode 0644");
        assertThat(whyNoPrivate(ring, "dangling"))
                .contains("cannot be read (no such file or directory)");
        assertThat(whyNoPrivate(ring, "circle")).contains("cannot be read (");
    }

    @Test
    void aDirectoryNamedLikeAKey_isRefused_andNotEntered() throws IOException {
        var inner = Files.createDirectory(directory.resolve("x.pub"));
        copy(inner, "akey.pub");
        var ring = KeyRing.load(directory);

        assertThat(whyNoPublic(ring, "x"))
                .isEqualTo(
                        inner
                                + " is not a regular file, and links were followed:"
                                + " put the key file itself there");
        assertThat(ring.entries()).isEmpty();
    }

    @Test
    void aNameOf79Octets_isTheLongest() throws IOException {
        put(directory.resolve("n".repeat(79) + ".pub"), file("akey.pub"));
        put(directory.resolve("n".repeat(80) + ".pub"), file("akey.pub"));
        var ring = KeyRing.load(directory);

        assertThat(ring.publicKey("n".repeat(79), NOW)).isInstanceOf(PublicLookup.Found.class);
        assertThat(whyNoPublic(ring, "n".repeat(80))).contains("more than 79 octets: rename it");
    }

    @Test
    void aPathOf255Octets_isTheLongest() throws IOException {
        var deep = directory;
        while (KeyFile.octets(deep.toString()) < 240) {
            deep = deep.resolve("d".repeat(Math.min(100, 245 - KeyFile.octets(deep.toString()))));
        }
        Files.createDirectories(deep);
        var room = 255 - KeyFile.octets(deep + "/.pub");
        put(deep.resolve("n".repeat(room) + ".pub"), file("akey.pub"));
        put(deep.resolve("n".repeat(room + 1) + ".pub"), file("akey.pub"));
        var ring = KeyRing.load(deep);

        assertThat(ring.publicKey("n".repeat(room), NOW)).isInstanceOf(PublicLookup.Found.class);
        assertThat(whyNoPublic(ring, "n".repeat(room + 1)))
                .contains("takes 256 octets, 255 are possible");
    }

    @Test
    void aNameWithALineEnd_isRefused_andWritesNoLineOfItsOwn() throws IOException {
        put(directory.resolve("a\nb.pub"), file("akey.pub"));

        assertThat(whyNoPublic(KeyRing.load(directory), "a\nb"))
                .contains("a?b.pub has a control character in its name: rename it")
                .doesNotContain("\n");
    }

    @Test
    void aFileThatIsNoUsableKey_saysWhy() throws IOException {
        var ring = ring("k2048.pub", "derpub.pub", "kpss.key");

        assertThat(whyNoPublic(ring, "k2048"))
                .startsWith(directory.resolve("k2048.pub") + " holds an RSA key of 2048");
        assertThat(whyNoPublic(ring, "derpub")).contains("derpub.pub is DER (binary)");
        assertThat(whyNoPrivate(ring, "kpss")).contains("kpss.key holds a key of type RSA-PSS");
        assertThat(ring.refusals()).hasSize(3);
    }

    @Test
    void aHugeFile_isNotReadToItsEnd() throws IOException {
        put(directory.resolve("x.pub"), new byte[3 * Fault.TooLarge.LIMIT]);

        assertThat(whyNoPublic(KeyRing.load(directory), "x"))
                .contains("is larger than 65536 octets");
    }

    @Test
    void aFileWeMayNotRead_saysSo() throws IOException {
        copy(directory, "akey.key");
        chmod(directory.resolve("akey.key"), "---------");
        assumeFalse(
                Files.isReadable(directory.resolve("akey.key")),
                "this user reads everything (root)");

        assertThat(whyNoPrivate(KeyRing.load(directory), "akey"))
                .endsWith(
                        "cannot be read (permission denied): let the user this program runs as read it");
    }

    @Test
    void aMissingDirectory_isARingWithoutKeys_thatSaysWhy() {
        var nowhere = directory.resolve("nowhere");
        var ring = KeyRing.load(nowhere);
        var why =
                "key directory "
                        + nowhere
                        + " cannot be read (no such file or directory): create it, or set astkeydir";

        assertThat(ring.entries()).isEmpty();
        assertThat(ring.refusals()).extracting(Refusal::message).containsExactly(why);
        assertThat(whyNoPublic(ring, "akey")).isEqualTo(why);
    }

    @Test
    void aFileInsteadOfADirectory_isSaid() throws IOException {
        copy(directory, "akey.pub");

        assertThat(KeyRing.load(directory.resolve("akey.pub")).refusals())
                .extracting(Refusal::message)
                .allMatch(message -> message.contains("(not a directory)"));
    }

    @Test
    void aLockedKey_isListed_explained_andOpenedIntoANewRing() throws IOException {
        var ring = ring("locked.key", "locked.pub");
        var locked = new PrivateLookup.Locked(directory.resolve("locked.key"));

        assertThat(ring.locked()).hasSize(1);
        assertThat(ring.privateKey("locked", NOW)).isEqualTo(locked);
        assertThat(locked.message())
                .endsWith(
                        "locked.key is locked by a passphrase that was not given: start with -i to be asked");
        assertThat(ring.unlock("locked", passphrase(1)))
                .isInstanceOfSatisfying(
                        Unlocking.Unlocked.class,
                        done -> {
                            assertThat(done.ring().privateKey("locked", NOW))
                                    .isInstanceOf(PrivateLookup.Found.class);
                            assertThat(done.ring().locked()).isEmpty();
                        });
        assertThat(ring.privateKey("locked", NOW))
                .as("the old ring has not changed")
                .isEqualTo(locked);
    }

    @Test
    void aWrongPassphrase_leavesTheKeyLocked() throws IOException {
        assertThat(ring("locked.key").unlock("locked", passphrase(2)))
                .isEqualTo(
                        new Unlocking.StillLocked(
                                new Refusal.BadContent(
                                        directory.resolve("locked.key"),
                                        new Fault.WrongPassphrase())));
    }

    @Test
    void whatIsNotLocked_cannotBeUnlocked() throws IOException {
        var ring = ring("akey.key");

        assertThat(ring.unlock("akey", passphrase(1)))
                .isEqualTo(new Unlocking.NotLocked(Optional.empty()));
        assertThat(ring.unlock("nobody", passphrase(1))).isInstanceOf(Unlocking.NotLocked.class);
    }

    @Test
    void aFingerprint_isTheSameForBothHalves_andUnknownWhileLocked() throws IOException {
        var ring = ring("akey.key", "akey.pub", "locked.key");
        var expected =
                Optional.of(new Fingerprint("SHA256:7Dv949peH3pbLR5552T7HUwTmYO/ZNk8xkJzCZyjTIs"));

        assertThat(ring.entries())
                .extracting(Entry::fingerprint)
                .containsExactly(expected, expected, Optional.empty());
    }

    @Test
    void nothingPrivate_isEverPrinted() throws IOException {
        var ring = ring("akey.key");
        var digits = privateKey("akey.key").getPrivateExponent();

        assertThat(ring.entries() + " " + ring.privateKey("akey", NOW) + ring)
                .doesNotContain(digits.toString())
                .doesNotContain(digits.toString(16))
                .contains("Found[RSA private key]");
    }
}
