package dev.keyline.keys.ring;

import static dev.keyline.keys.Material.NOW;
import static dev.keyline.keys.Material.copy;
import static dev.keyline.keys.Material.passphrase;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveKeysTest {
    @TempDir Path directory;

    @Test
    void unlockingAndReloading_changeTheRingInUse() throws IOException {
        copy(directory, "locked.key");
        var keys = new LiveKeys(KeyRing.load(directory));
        assertThat(keys.unlock("locked", passphrase(1))).isInstanceOf(Unlocking.Unlocked.class);
        copy(directory, "akey.pub");
        assertThat(keys.reload().changes()).hasSize(1);
        assertThat(keys.ring().privateKey("locked", NOW)).isInstanceOf(PrivateLookup.Found.class);
        assertThat(keys.ring().publicKey("akey", NOW)).isInstanceOf(PublicLookup.Found.class);
    }

    @Test
    void aWrongPassphrase_changesNothing() throws IOException {
        copy(directory, "locked.key");
        var keys = new LiveKeys(KeyRing.load(directory));
        var before = keys.ring();
        assertThat(keys.unlock("locked", passphrase(2))).isInstanceOf(Unlocking.StillLocked.class);
        assertThat(keys.ring()).isSameAs(before);
    }

    @Test
    void noneOfManyChanges_isLost() throws Exception {
        copy(directory, "locked.key", "tradlocked.key", "akey.key");
        var keys = new LiveKeys(KeyRing.load(directory));
        var busy =
                new Thread[] {
                    Thread.ofPlatform().start(() -> keys.unlock("locked", passphrase(1))),
                    Thread.ofPlatform().start(() -> keys.unlock("tradlocked", passphrase(2))),
                    Thread.ofPlatform().start(keys::reload)
                };
        for (var thread : busy) {
            thread.join();
        }
        assertThat(keys.ring().locked()).isEmpty();
    }
}
