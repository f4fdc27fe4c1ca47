package dev.keyline.tools.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.audio.file.Sound;
import dev.keyline.audio.file.SoundFile;
import dev.keyline.keys.ring.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StarterTest {
    private final Path home;
    private final Starter starter;

    StarterTest(@TempDir Path folder) {
        this.home = folder.resolve("new/home");
        this.starter = new Starter(home);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void keysAreUsableAndClosedToOthers() throws IOException {
        starter.write();
        var ring = KeyRing.load(starter.keys());
        assertThat(ring.refusals()).isEmpty();
        assertThat(ring.entries())
                .map(it -> it.file().id().fileName())
                .containsExactly("alice.pub", "alice.key");
        assertThat(mode(starter.keys().resolve("alice.key"))).isEqualTo("rw-------");
        assertThat(mode(starter.keys())).isEqualTo("rwx------");
        assertThat(mode(home)).isEqualTo("rwx------");
    }

    @Test
    void everyBlankIsFilledIn() throws IOException {
        starter.write();
        for (var name : new String[] {"asterisk.conf", "iax.conf", "extensions.conf"}) {
            assertThat(Files.readString(home.resolve(name))).doesNotContainPattern("@[A-Z]+@");
        }
        assertThat(Files.readString(starter.main())).contains("astetcdir => " + home + " ");
    }

    @Test
    void promptIsThere() throws IOException {
        starter.write();
        assertThat(SoundFile.read(home.resolve("sounds/en/rising.wav")))
                .isEqualTo(new Sound(8000, Rising.samples()));
    }

    @Test
    void whatIsThereStays() throws IOException {
        starter.write();
        var iax = Files.writeString(home.resolve("iax.conf"), "; mine\n");
        var key = Files.readString(starter.keys().resolve("alice.key"));
        starter.write();
        assertThat(iax).hasContent("; mine\n");
        assertThat(starter.keys().resolve("alice.key")).hasContent(key);
    }
}
