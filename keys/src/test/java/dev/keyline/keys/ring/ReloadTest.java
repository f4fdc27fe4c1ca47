package dev.keyline.keys.ring;

import static dev.keyline.keys.Material.NOW;
import static dev.keyline.keys.Material.chmod;
import static dev.keyline.keys.Material.copy;
import static dev.keyline.keys.Material.file;
import static dev.keyline.keys.Material.passphrase;
import static dev.keyline.keys.Material.publicKey;
import static dev.keyline.keys.Material.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadTest {
    @TempDir Path directory;

    private KeyRing ring;

    @BeforeEach
    void threeKeys() throws IOException {
        copy(directory, "akey.pub", "akey.key", "locked.key");
        ring = KeyRing.load(directory);
    }

    private Path path(String name) {
        return directory.resolve(name);
    }

    private static PublicLookup found(String file) {
        return new PublicLookup.Found(publicKey(file), Fingerprint.of(publicKey(file)));
    }

    @Test
    void nothingChanged_noChanges() {
        var reload = ring.reload();

        assertThat(reload.changes()).isEmpty();
        assertThat(reload.ring().entries()).isEqualTo(ring.entries());
    }

    @Test
    void aNewFile_isAdded() throws IOException {
        copy(directory, "bkey.pub");
        var reload = ring.reload();

        assertThat(reload.changes())
                .extracting(Reload.Change::message)
                .containsExactly(path("bkey.pub") + " loaded");
        assertThat(reload.ring().publicKey("bkey", NOW)).isEqualTo(found("bkey.pub"));
    }

    @Test
    void aChangedFile_counts() throws IOException {
        put(path("akey.pub"), file("bkey.pub"));
        var reload = ring.reload();

        assertThat(reload.changes()).hasOnlyElementsOfType(Reload.Replaced.class).hasSize(1);
        assertThat(reload.ring().publicKey("akey", NOW)).isEqualTo(found("bkey.pub"));
        assertThat(ring.publicKey("akey", NOW))
                .as("the old ring has not changed")
                .isEqualTo(found("akey.pub"));
    }

    @Test
    void aRemovedFile_takesItsKeyAway_andIsReported() throws IOException {
        Files.delete(path("akey.pub"));
        var reload = ring.reload();

        assertThat(reload.changes())
                .extracting(Reload.Change::message)
                .containsExactly(path("akey.pub") + " is gone, the key is no longer used");
        assertThat(reload.ring().publicKey("akey", NOW)).isInstanceOf(PublicLookup.Absent.class);
    }

    @Test
    void anUnusableNewFile_leavesTheWorkingKey_andIsReportedEachTime() throws IOException {
        put(path("akey.pub"), file("k2048.pub"));
        var once = ring.reload();
        var twice = once.ring().reload();

        assertThat(once.ring().publicKey("akey", NOW)).isEqualTo(found("akey.pub"));
        assertThat(twice.ring().publicKey("akey", NOW)).isEqualTo(found("akey.pub"));
        assertThat(once.changes())
                .isEqualTo(twice.changes())
                .hasOnlyElementsOfType(Reload.Kept.class)
                .hasSize(1);
        assertThat(once.changes().getFirst().message())
                .startsWith(path("akey.pub") + " holds an RSA key of 2048 bits")
                .endsWith("(the key loaded before stays in use; remove the file to withdraw it)");
    }

    @Test
    void aFileThatBecomesADirectory_orOpenToAll_leavesTheWorkingKey() throws IOException {
        Files.delete(path("akey.pub"));
        Files.createDirectory(path("akey.pub"));
        chmod(path("akey.key"), "rw-r--r--");
        var reload = ring.reload();

        assertThat(reload.changes()).hasOnlyElementsOfType(Reload.Kept.class).hasSize(2);
        assertThat(reload.ring().publicKey("akey", NOW)).isEqualTo(found("akey.pub"));
        assertThat(reload.ring().privateKey("akey", NOW)).isInstanceOf(PrivateLookup.Found.class);
    }

    @Test
    void aMendedFile_counts_andTheTroubleIsForgotten() throws IOException {
        put(path("akey.pub"), new byte[0]);
        var broken = ring.reload().ring();
        put(path("akey.pub"), file("bkey.pub"));
        var mended = broken.reload();

        assertThat(mended.ring().publicKey("akey", NOW)).isEqualTo(found("bkey.pub"));
        assertThat(mended.ring().reload().changes()).isEmpty();
    }

    @Test
    void aFileThatWasNeverUsable_isReportedOnce() throws IOException {
        copy(directory, "derpub.pub");
        var once = ring.reload();

        assertThat(once.changes()).hasOnlyElementsOfType(Reload.NotLoaded.class).hasSize(1);
        assertThat(once.ring().reload().changes()).isEmpty();
        put(path("derpub.pub"), file("bkey.pub"));
        assertThat(once.ring().reload().changes())
                .hasOnlyElementsOfType(Reload.Added.class)
                .hasSize(1);
    }

    @Test
    void anUnlockedKey_staysOpenWhileItsFileIsTheSame() throws IOException {
        var open = ((Unlocking.Unlocked) ring.unlock("locked", passphrase(1))).ring();

        assertThat(open.reload().changes()).isEmpty();
        assertThat(open.reload().ring().privateKey("locked", NOW))
                .isInstanceOf(PrivateLookup.Found.class);

        put(path("locked.key"), file("tradlocked.key"));
        var changed = open.reload();
        assertThat(changed.changes()).hasOnlyElementsOfType(Reload.Replaced.class).hasSize(1);
        assertThat(changed.ring().privateKey("locked", NOW))
                .isInstanceOf(PrivateLookup.Locked.class);
    }

    @Test
    void aLockedKeyWhoseFileBecomesUnusable_isNotKept_forItNeverWorked() throws IOException {
        chmod(path("locked.key"), "rw-rw----");
        var reload = ring.reload();

        assertThat(reload.changes()).hasOnlyElementsOfType(Reload.NotLoaded.class).hasSize(1);
        assertThat(reload.ring().privateKey("locked", NOW))
                .isInstanceOf(PrivateLookup.Absent.class);
    }

    @Test
    void aDirectoryThatCannotBeRead_leavesEveryKey_andSaysSo() throws IOException {
        var away = directory.resolveSibling(directory.getFileName() + "-away");
        Files.move(directory, away);
        var reload = ring.reload();
        Files.move(away, directory);

        assertThat(reload.changes())
                .extracting(Reload.Change::message)
                .allMatch(m -> m.contains("cannot be read"));
        assertThat(reload.ring().publicKey("akey", NOW)).isEqualTo(found("akey.pub"));
        assertThat(reload.ring().refusals()).hasSize(1);
        assertThat(reload.ring().reload().ring().refusals()).isEmpty();
    }
}
