package dev.keyline.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.keys.ring.KeyRing;
import dev.keyline.keys.ring.PrivateLookup;
import dev.keyline.keys.ring.PublicLookup;
import dev.keyline.tools.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `keys generate`, `check`, `import`, `export`, `fingerprint` and `rotate`, without a terminal.
final class KeyWorkTest {
    @TempDir private Path home = Path.of("");

    private Path keys = Path.of("");
    private Path codes = Path.of("");

    @BeforeEach
    void folder() throws IOException {
        keys = Files.createDirectory(home.resolve("keys"));
        codes = home.resolve("passcodes");
        Files.writeString(codes, "sealed = a passphrase\nnew = another one\n");
        mode(codes, "rw-------");
    }

    private static void mode(Path file, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private Outcome keys(Object... words) {
        var all = new Object[words.length + 3];
        all[0] = "keys";
        all[1] = words[0];
        all[2] = "--keys";
        all[3] = keys;
        System.arraycopy(words, 1, all, 4, words.length - 1);
        return Outcome.of(all);
    }

    private Outcome done(Object... words) {
        var outcome = keys(words);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome;
    }

    private String print(Path file) {
        var outcome = Outcome.of("keys", "fingerprint", file);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome.out().split(" ", 2)[0];
    }

    private Path path(String name) {
        return keys.resolve(name);
    }

    @Test
    void generate_isAstgenkey_andMayLockWithoutATerminal() {
        done("generate", "-q", "-n", "east");
        done("generate", "-q", "sealed", "--passcodes", codes);
        var ring = KeyRing.load(keys);
        assertThat(ring.locked()).singleElement().extracting("name").isEqualTo("sealed");
        assertThat(print(path("east.key")))
                .isEqualTo(print(path("east.pub")))
                .startsWith("SHA256:");
    }

    @Test
    void aLockedKeyHasNoFingerprintOfItsOwn() {
        done("generate", "-q", "sealed", "--passcodes", codes);
        var outcome = Outcome.of("keys", "fingerprint", path("sealed.key"));
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err()).contains("is locked: its .pub has the same");
    }

    @Test
    void passcodesOpenToOthers_areRefused() throws IOException {
        mode(codes, "rw-r--r--");
        var outcome = keys("generate", "-q", "sealed", "--passcodes", codes);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err()).contains("chmod 600").doesNotContain("a passphrase");
        assertThat(keys).isEmptyDirectory();
    }

    @Test
    void check_saysThatAllIsWell() {
        done("generate", "-q", "-n", "east");
        done("generate", "-q", "sealed", "--passcodes", codes);
        assertThat(done("check").lines())
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .startsWith("works         east.pub: public key, 1024"),
                        line -> assertThat(line).startsWith("works         east.key: private key"),
                        line -> assertThat(line).startsWith("works         sealed.pub"),
                        line ->
                                assertThat(line)
                                        .startsWith("locked        sealed.key")
                                        .contains("PBES2"));
    }

    @Test
    void check_findsEverythingThatIsWrong() throws IOException {
        done("generate", "-q", "-n", "east");
        done("generate", "-q", "-n", "west");
        done("generate", "-q", "-n", "old");
        done("generate", "-q", "-n", "soon");
        done("generate", "-q", "-n", "odd");
        Files.copy(path("west.pub"), path("north.pub"));
        Files.move(path("east.key"), path("north.key"));
        mode(path("west.key"), "rw-r--r--");
        Files.writeString(path("old.validity"), "not-after = 2020-01-01\n");
        Files.writeString(path("soon.validity"), "not-before = 2999-01-01\n");
        Files.writeString(path("odd.validity"), "never\n");
        Files.writeString(path("README"), "keys");
        var outcome = keys("check");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.out())
                .contains("works         east.pub")
                .contains("mismatched    north.pub: is not the other half of north.key")
                .contains("mismatched    north.key")
                .contains("expired       old.key")
                .contains("not-yet-valid soon.pub")
                .contains("unusable      west.key: has mode 0644")
                .containsPattern("unusable +odd.validity: line 1 ")
                .containsPattern("unusable +odd.key: ")
                .contains("ignored       README");
    }

    @Test
    void check_speaksJson_andTellsWhatEndsSoon() throws IOException {
        done("generate", "-q", "-n", "east");
        var end = Instant.now().plus(Duration.ofDays(10)).atZone(ZoneOffset.UTC).toLocalDate();
        Files.writeString(path("east.validity"), "not-after = " + end + "\n");
        assertThat(done("check", "--json").lines())
                .hasSize(2)
                .allSatisfy(
                        line ->
                                assertThat(line)
                                        .startsWith("{\"file\":\"")
                                        .contains("\"state\":\"works\",\"fine\":true")
                                        .contains("(10 days left)")
                                        .contains("\"fingerprint\":\"SHA256:"));
    }

    @Test
    void check_ofAFolderThatIsNotThere_fails() throws IOException {
        Files.delete(keys);
        assertThat(keys("check").exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @ParameterizedTest
    @CsvSource({"spki, BEGIN PUBLIC KEY", "pkcs1, BEGIN RSA PUBLIC KEY", "openssh, ssh-rsa AAAA"})
    void everyPublicForm_comesBackAsTheSameKey(String form, String mark) {
        done("generate", "-q", "-n", "east");
        var out = home.resolve("east.out");
        done("export", "east", "--format", form, "-o", out);
        assertThat(done("export", "east", "--format", form).out()).contains(mark);
        done("import", out, "back");
        assertThat(print(path("back.pub"))).isEqualTo(print(path("east.pub")));
        assertThat(path("back.key")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pkcs8", "pkcs1"})
    void everyPrivateForm_comesBackAsTheSamePair(String form) throws IOException {
        done("generate", "-q", "-n", "east");
        var out = home.resolve("east.out");
        done("export", "east", "--private", "--format", form, "-o", out);
        assertThat(mode(out)).isEqualTo("rw-------");
        done("import", "-n", out, "back");
        assertThat(print(path("back.key"))).isEqualTo(print(path("east.pub")));
        assertThat(path("back.pub")).hasSameTextualContentAs(path("east.pub"));
        assertThat(mode(path("back.key"))).isEqualTo("rw-------");
    }

    @Test
    void aPrivateKey_isLockedOnTheWayIn_andStaysLockedOnTheWayOut() throws IOException {
        done("generate", "-q", "-n", "new");
        var out = home.resolve("new.out");
        done("export", "new", "--private", "-o", out);
        done("import", "-f", "--passcodes", codes, out);
        assertThat(Files.readString(path("new.key"))).contains("ENCRYPTED PRIVATE KEY");
        done("export", "-f", "new", "--private", "-o", out, "--passcodes", codes);
        assertThat(Files.readString(out)).contains("ENCRYPTED PRIVATE KEY");
        done("export", "-f", "-n", "new", "--private", "-o", out, "--passcodes", codes);
        assertThat(Files.readString(out)).contains("BEGIN PRIVATE KEY");
        var weak =
                keys(
                        "export",
                        "-f",
                        "new",
                        "--private",
                        "--format",
                        "pkcs1",
                        "-o",
                        out,
                        "--passcodes",
                        codes);
        assertThat(weak.err()).contains("use pkcs8");
    }

    @Test
    void aPrivateKey_doesNotGoToTheTerminal() {
        done("generate", "-q", "-n", "east");
        var outcome = keys("export", "east", "--private");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err()).contains("name a file with -o");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void nothingIsOverwrittenUnasked() {
        done("generate", "-q", "-n", "east");
        var out = home.resolve("east.out");
        done("export", "east", "-o", out);
        assertThat(keys("export", "east", "-o", out).err()).contains("exists");
        assertThat(keys("import", out, "east").err()).contains("exists");
    }

    @Test
    void exportingWhatIsNotThere_saysWhatToDo() {
        assertThat(keys("export", "east").err()).contains("no file east.pub");
        assertThat(keys("export", "east", "--private", "-o", home.resolve("x")).err())
                .contains("no file east.key");
    }

    @Test
    void importing_namesTheCure() throws IOException {
        var junk = Files.writeString(home.resolve("junk"), "junk");
        assertThat(keys("import", junk).err()).contains("is not PEM", "; put a PEM key there");
        assertThat(keys("import", home.resolve("none")).err()).contains("no such file");
    }

    @Test
    void importing_withoutTerminal_asksForAPassphraseOrN() {
        done("generate", "-q", "-n", "east");
        var outcome = keys("import", path("east.key"), "west");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err()).contains("use -n");
    }

    @Test
    void rotate_makesASuccessor_andEndsTheOld() {
        done("generate", "-q", "-n", "east");
        var before = Instant.now();
        var outcome = done("rotate", "-n", "east", "--window", "2w");
        int year = before.atZone(ZoneOffset.UTC).getYear();
        var fresh = "east-" + year + "a";
        assertThat(outcome.out())
                .contains("change inkeys=east to inkeys=east:" + fresh)
                .contains("change outkey=east to outkey=" + fresh)
                .contains("change inkeys=east:" + fresh + " to inkeys=" + fresh);
        var ring = KeyRing.load(keys);
        var inTime = before.plus(Duration.ofDays(13));
        var late = before.plus(Duration.ofDays(15));
        assertThat(ring.publicKey("east", inTime)).isInstanceOf(PublicLookup.Found.class);
        assertThat(ring.publicKey("east", late)).isInstanceOf(PublicLookup.OutOfTerm.class);
        assertThat(ring.privateKey("east", late)).isInstanceOf(PrivateLookup.Absent.class);
        assertThat(ring.privateKey(fresh, late)).isInstanceOf(PrivateLookup.Found.class);
        assertThat(done("rotate", "-n", fresh).out()).contains("east-" + year + "b.pub");
    }

    @Test
    void rotate_keepsAnEarlierEnd_andABeginning() throws IOException {
        done("generate", "-q", "-n", "east");
        var end = Instant.now().plus(Duration.ofDays(3)).getEpochSecond();
        Files.writeString(
                path("east.validity"),
                "not-before = 2020-01-01\nnot-after = " + Instant.ofEpochSecond(end) + "\n");
        done("rotate", "--to", "new", "east", "--passcodes", codes);
        assertThat(path("east.validity"))
                .hasContent(
                        "not-before = 2020-01-01T00:00:00Z\nnot-after = "
                                + Instant.ofEpochSecond(end));
        assertThat(KeyRing.load(keys).locked()).hasSize(1);
    }

    @Test
    void rotate_refusesWhatItCannotDo() throws IOException {
        assertThat(keys("rotate", "-n", "east").err()).contains("no file east.key");
        done("generate", "-q", "-n", "east");
        assertThat(keys("rotate", "-n", "east", "--to", "east").err()).contains("exists");
        assertThat(path("east.validity")).doesNotExist();
        assertThat(keys("rotate", "-n", "east", "--window", "soon").exitCode())
                .isEqualTo(ExitCode.USAGE);
        Files.writeString(path("east.validity"), "never\n");
        assertThat(keys("rotate", "-n", "east").err()).contains("line 1");
        assertThat(path("east.validity")).hasContent("never");
    }
}
