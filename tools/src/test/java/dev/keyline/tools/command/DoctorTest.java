package dev.keyline.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import dev.keyline.tools.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command on files; what it finds is tested where it is found.
final class DoctorTest {
    private static final String SECRET = "quartz-vex-7731-lumen";

    @TempDir private Path folder = Path.of("");

    @BeforeEach
    void healthy() throws IOException {
        write("asterisk.conf", "[directories]\nastkeydir => " + folder + "\n");
        write(
                "iax.conf",
                """
                [alice]
                type=user
                auth=rsa
                inkeys=alice
                context=inside
                """);
        write("extensions.conf", "[inside]\nexten => 600,1,Echo()\n");
        make("alice");
        Files.delete(folder.resolve("keys/alice.key"));
    }

    private void make(String name) throws IOException {
        var keys = Files.createDirectories(folder.resolve("keys"));
        KeyPairFiles.generate(NewKeyPair.named(keys, name), new SecureRandom());
    }

    private Path write(String name, String text) throws IOException {
        var file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        return file;
    }

    private void iax(String more) throws IOException {
        write("iax.conf", Files.readString(folder.resolve("iax.conf")) + more);
    }

    private Outcome doctor(Object... options) {
        var words = new Object[options.length + 3];
        words[0] = "doctor";
        words[1] = "-C";
        words[2] = folder.resolve("asterisk.conf");
        System.arraycopy(options, 0, words, 3, options.length);
        return Outcome.of(words);
    }

    @Test
    void nothingIsWrong() {
        var outcome = doctor();
        assertThat(outcome.lines())
                .containsExactly(
                        "Looking at " + folder + ", keys in " + folder + "/keys",
                        "",
                        "Nothing is wrong.");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(doctor("--json").out()).isEmpty();
    }

    @Test
    void aFindingSaysWhatAndWhereAndWhy() throws IOException {
        Files.delete(folder.resolve("keys/alice.pub"));
        var outcome = doctor();
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("will fail  iax.conf:4  inkey-missing\n    There is no alice.pub in")
                .contains("Calls from 'alice' signed with key 'alice' will be refused.")
                .contains("    Do: copy it there from the machine that has alice.key")
                .endsWith("1 thing will fail.\n");
    }

    @Test
    void jsonHasOneObjectForEachFinding() throws IOException {
        iax("[bob]\ntype=user\nauth=md5\nsecret=short\ncontext=inside\n");
        var outcome = doctor("--json");
        assertThat(outcome.lines())
                .containsExactly(
                        "{\"id\":\"secret-weak\",\"severity\":\"weak\",\"file\":\"iax.conf\",\"line\":9,"
                                + "\"option\":\"secret\",\"sections\":[\"bob\"],"
                                + "\"what\":\"the secret is short, or easily guessed\","
                                + "\"leads\":\"whoever hears one login can find it out, and call as"
                                + " 'bob'\",\"cure\":\"take at least 12 random characters, or better"
                                + " inkeys= and auth=rsa\"}");
        assertThat(outcome.exitCode()).isEqualTo(3);
    }

    @Test
    void aDoorIsAsBadAsAFailure() throws IOException {
        iax("[guest]\ntype=user\ncontext=inside\n");
        assertThat(doctor().exitCode()).isEqualTo(1);
        assertThat(doctor().out()).endsWith("1 door stands open.\n");
    }

    @Test
    void onePeerIsLookedAtAlone() throws IOException {
        iax("[guest]\ntype=user\ncontext=inside\n");
        assertThat(doctor("--peer", "alice").exitCode()).isZero();
        assertThat(doctor("--peer", "guest").exitCode()).isEqualTo(1);
        var nobody = doctor("--peer", "nobody");
        assertThat(nobody.exitCode()).isEqualTo(1);
        assertThat(nobody.err()).startsWith("There is no section [nobody]");
    }

    @Test
    void theSystemKnowsWhoMayReadSecrets() throws IOException {
        iax("[bob]\ntype=user\nauth=md5\nsecret=" + SECRET + "\ncontext=inside\n");
        assertThat(doctor().exitCode()).isZero();
        Files.setPosixFilePermissions(
                folder.resolve("iax.conf"), PosixFilePermissions.fromString("rw-r--r--"));
        var outcome = doctor();
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).contains("secrets-readable").doesNotContain(SECRET);
    }

    @Test
    void aKeptPassphraseOpensALockedKey() throws IOException {
        iax("[hq]\ntype=peer\nhost=192.0.2.7\nusername=us\nauth=rsa\noutkey=us\n");
        var wish =
                NewKeyPair.named(folder.resolve("keys"), "us")
                        .lockedWith("let us in".toCharArray());
        KeyPairFiles.generate(wish, new SecureRandom());
        assertThat(doctor().out()).contains("key-locked");
        var passcodes = folder.resolve("passcodes");
        Files.writeString(passcodes, "us = let us in\n");
        Files.setPosixFilePermissions(passcodes, PosixFilePermissions.fromString("rw-------"));
        assertThat(doctor("--passcodes", passcodes).exitCode()).isZero();
    }

    @Test
    void nothingIsWritten() throws IOException {
        var before = Files.getLastModifiedTime(folder.resolve("keys"));
        doctor();
        assertThat(Files.getLastModifiedTime(folder.resolve("keys"))).isEqualTo(before);
        assertThat(folder.resolve("keyline.registrations")).doesNotExist();
    }

    @Test
    void withoutFilesItSaysSo() {
        var outcome = Outcome.of("doctor", "-C", folder.resolve("none.conf"));
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("none.conf: there is no such file");
        assertThat(Outcome.of("doctor", "--nonsense").exitCode()).isEqualTo(2);
    }
}
