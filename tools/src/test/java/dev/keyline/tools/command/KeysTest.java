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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `astgenkey` and `keys show`, without a terminal.
final class KeysTest {
    @TempDir private Path folder = Path.of("");

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }

    @Test
    void makesBothHalvesAndSaysWhereTheyGo() throws IOException {
        var made = Outcome.of("astgenkey", "-n", "-d", folder, "east");
        assertThat(made.exitCode()).isZero();
        assertThat(made.err()).isEmpty();
        assertThat(made.out())
                .contains(folder.resolve("east.key") + "  the private key")
                .contains(folder.resolve("east.pub") + "  the public key")
                .contains("Fingerprint SHA256:")
                .contains("inkeys=east", "outkey=east", "IAX2/east:[east]@host/extension");
        assertThat(mode("east.key")).isEqualTo("rw-------");
        assertThat(mode("east.pub")).isEqualTo("rw-r--r--");
    }

    @Test
    void generateTellsWhatTheSizeIsWorth() {
        for (var command : new String[][] {{"astgenkey"}, {"keys", "generate"}}) {
            var help = Outcome.of(Stream.concat(Stream.of(command), Stream.of("--help")).toArray());
            assertThat(help.out().replaceAll("\\s+", " "))
                    .contains("the only size Asterisk can load")
                    .contains("change keys every year, and put trunks into a VPN");
        }
    }

    @Test
    void quietIsQuiet() {
        var made = Outcome.of("astgenkey", "-q", "-n", "-d", folder, "east");
        assertThat(made.exitCode()).isZero();
        assertThat(made.out()).isEmpty();
    }

    @Test
    void optionsMayStandInEitherOrder() {
        assertThat(Outcome.of("astgenkey", "-n", "-q", "-d", folder, "a").exitCode()).isZero();
    }

    @Test
    void nothingIsOverwrittenUnasked() throws IOException {
        Outcome.of("astgenkey", "-q", "-n", "-d", folder, "east");
        var before = Files.readString(folder.resolve("east.key"));
        var again = Outcome.of("astgenkey", "-q", "-n", "-d", folder, "east");
        assertThat(again.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(again.err()).contains("east.key").containsOnlyOnce("\n");
        assertThat(folder.resolve("east.key")).hasContent(before);
        assertThat(Outcome.of("astgenkey", "-q", "-n", "-f", "-d", folder, "east").exitCode())
                .isZero();
        assertThat(Files.readString(folder.resolve("east.key"))).isNotEqualTo(before);
    }

    @Test
    void withoutTerminalAPassphraseCannotBeAskedFor() {
        var refused = Outcome.of("astgenkey", "-d", folder, "east");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains("There is no terminal", "use -n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withoutTerminalANameCannotBeAskedFor() {
        var refused = Outcome.of("astgenkey", "-n", "-d", folder);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains("A name is needed");
    }

    @Test
    void aNameThatLeavesTheFolderIsRefused() {
        var refused = Outcome.of("astgenkey", "-n", "-d", folder, "../east");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).containsOnlyOnce("\n");
    }

    @Test
    void showsAsterisksTable() {
        Outcome.of("astgenkey", "-q", "-n", "-d", folder, "east");
        var sealed = NewKeyPair.named(folder, "sealed").lockedWith("a passphrase".toCharArray());
        KeyPairFiles.generate(sealed, new SecureRandom());
        var shown = Outcome.of("keys", "show", "--keys", folder, "--fingerprints");
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out())
                .startsWith("Key Name           Type     Status           Sum")
                .containsPattern("(?m)^east +PUBLIC +\\[Loaded] +[0-9a-f]{32} *$")
                .containsPattern("(?m)^sealed +PRIVATE +\\[Needs Passcode] +[0-9a-f]{32} *$")
                .contains("4 known RSA keys.")
                .containsPattern("(?m)^east.key  SHA256:");
    }

    @Test
    void saysWhatIsWrongWithOtherFiles() throws IOException {
        Files.writeString(folder.resolve("junk.pub"), "junk");
        var shown = Outcome.of("keys", "show", "--keys", folder);
        assertThat(shown.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(shown.out()).contains("0 known RSA keys.");
        assertThat(shown.err()).contains("junk.pub is not PEM").containsOnlyOnce("\n");
    }

    @Test
    void aFolderThatIsNotThereIsOneClearLine() {
        var shown = Outcome.of("keys", "show", "--keys", folder.resolve("none"));
        assertThat(shown.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(shown.err()).contains("none cannot be read").containsOnlyOnce("\n");
    }
}
