package dev.keyline.tools.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.pbx.control.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FoldersTest {
    @TempDir private Path folder = Path.of("");

    private Places places(String text) throws IOException, Unservable {
        return folders(text).places();
    }

    private Folders folders(String text) throws IOException, Unservable {
        return Folders.of(Files.writeString(folder.resolve("asterisk.conf"), text));
    }

    @Test
    void initcryptoAsksForPasscodes() throws Exception {
        assertThat(folders("[options]\ninitcrypto = yes\n").asksPasscodes()).isTrue();
        assertThat(folders("[options]\n").asksPasscodes()).isFalse();
    }

    @Test
    void fileSaysWhereEverythingIs() throws Exception {
        assertThat(
                        places(
                                """
                                [directories]
                                astetcdir => /e
                                astkeydir => /k
                                astdatadir => /d
                                astspooldir => /s
                                """))
                .isEqualTo(
                        new Places(
                                Path.of("/e"),
                                Path.of("/k/keys"),
                                Path.of("/d/sounds"),
                                Path.of("/d"),
                                Path.of("/s/voicemail")));
    }

    @Test
    void withoutAWordTheOtherFilesLieBesideIt() throws Exception {
        assertThat(places("[directories]\n").etc()).isEqualTo(folder);
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() -> Folders.of(folder.resolve("none.conf")))
                .isInstanceOf(Unservable.class)
                .hasMessage(
                        folder.resolve("none.conf")
                                + ": there is no such file, or it may not be read");
    }

    @Test
    void fileThatCannotBeUnderstoodIsToldWithItsLine() {
        assertThatThrownBy(() -> places("[directories\n"))
                .isInstanceOf(Unservable.class)
                .hasMessageContaining("asterisk.conf:1: ");
    }
}
