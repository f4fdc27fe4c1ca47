package dev.keyline.pbx.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.audio.file.NotSound;
import dev.keyline.audio.file.Sound;
import dev.keyline.audio.file.SoundFile;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderMusicTest {
    @TempDir private Path data = Path.of("");

    private void file(String name, int samples) throws IOException {
        var file = data.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, new byte[samples]);
    }

    private static int length(SoundFile file) {
        return ((Sound) file).samples().length;
    }

    @Test
    void piecesComeInTheOrderOfTheirNamesAndAgain() throws IOException {
        file("moh/b.ulaw", 20);
        file("moh/a.ulaw", 10);
        file("moh/a.gsm", 33); // the same piece
        file("moh/LICENSE", 5);
        var music = new FolderMusic(data);
        assertThat(length(music.piece("moh", 0))).isEqualTo(10);
        assertThat(length(music.piece("moh", 1))).isEqualTo(20);
        assertThat(length(music.piece("moh", 2))).isEqualTo(10);
    }

    @Test
    void whereThereIsNoneItIsSaid() throws IOException {
        file("empty/readme", 1);
        var music = new FolderMusic(data);
        assertThat(music.piece("empty", 0)).isInstanceOf(NotSound.class);
        assertThat(music.piece("nowhere", 0)).isInstanceOf(NotSound.class);
    }

    private static Map<String, String> folders(String text, List<Problem> problems) {
        return MusicClasses.read(Texts.of(Map.of("musiconhold.conf", text)), problems).folders();
    }

    @Test
    void classesHaveFolders() {
        var problems = new ArrayList<Problem>();
        assertThat(
                        folders(
                                """
                                [general]
                                [default]
                                mode=files
                                directory=moh
                                [stream]
                                mode=custom
                                application=/bin/x
                                [bare]
                                mode=files
                                """,
                                problems))
                .isEqualTo(Map.of("default", "moh"));
        assertThat(problems)
                .extracting(Problem::text)
                .containsExactly(
                        "Music class 'stream' has mode=custom; only mode=files is played; it is"
                                + " left out",
                        "Music class 'bare' has no directory=; it is left out");
    }

    @Test
    void withoutTheFileThereIsTheUsualClass() {
        var problems = new ArrayList<Problem>();
        assertThat(MusicClasses.read(Texts.of(Map.of()), problems).folders())
                .isEqualTo(Map.of("default", "moh"));
        assertThat(problems).isEmpty();
    }
}
