package dev.keyline.pbx.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.audio.codec.Codec;
import dev.keyline.audio.file.NotSound;
import dev.keyline.audio.file.Sound;
import dev.keyline.audio.file.SoundFormat;
import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sounds and recordings in a real folder.
class FolderTest {
    private static final Sound BEEP =
            new Sound(8000, Cadence.once(Tone.of(1000, -10), 100).samples());

    @TempDir private Path folder;

    private void put(String file, SoundFormat format) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.write(path, format.write(BEEP));
    }

    @Test
    void theLanguagesFolderComesFirst() throws IOException {
        put("en/hello.wav", SoundFormat.WAV);
        put("de/hello.ulaw", SoundFormat.ULAW);
        var sounds = new FolderSounds(folder);
        assertThat(sounds.find("hello", "en", Codec.SLIN)).isEqualTo(BEEP);
        assertThat(sounds.find("hello", "de", Codec.ULAW))
                .isInstanceOf(Sound.class)
                .isNotEqualTo(BEEP);
    }

    @Test
    void aFileIsReadOnceAndAgainWhenItChanges() throws IOException {
        put("hello.wav", SoundFormat.WAV);
        var sounds = new FolderSounds(folder);
        var first = sounds.find("hello", "", Codec.SLIN);
        assertThat(sounds.find("hello", "", Codec.SLIN)).isSameAs(first);

        var changed = Files.getLastModifiedTime(folder.resolve("hello.wav")).toMillis() + 5000;
        Files.setLastModifiedTime(
                folder.resolve("hello.wav"), java.nio.file.attribute.FileTime.fromMillis(changed));
        assertThat(sounds.find("hello", "", Codec.SLIN)).isNotSameAs(first).isEqualTo(first);
    }

    @Test
    void whatIsNoSoundSaysWhy() throws IOException {
        Files.writeString(folder.resolve("text.wav"), "not a wave");
        var sounds = new FolderSounds(folder);
        assertThat(sounds.find("text", "", Codec.SLIN)).isInstanceOf(NotSound.class);
        assertThat(sounds.find("none", "", Codec.SLIN).toString())
                .contains("there is no such sound in " + folder);
        assertThat(sounds.find("../secret", "", Codec.SLIN)).isInstanceOf(NotSound.class);
    }

    @Test
    void aRecordingCanBePlayed() {
        var kept = new FolderRecordings(folder).keep("box/one", SoundFormat.WAV, BEEP);
        assertThat(kept).isEqualTo(new Recordings.Under("box/one"));
        assertThat(new FolderSounds(folder).find("box/one", "", Codec.SLIN)).isEqualTo(BEEP);
        assertThat(folder.resolve("box").toFile().list()).containsExactly("one.wav");
    }

    @Test
    void numbersCountUp() {
        var recordings = new FolderRecordings(folder);
        assertThat(recordings.keep("m%d", SoundFormat.GSM, BEEP))
                .isEqualTo(new Recordings.Under("m0"));
        assertThat(recordings.keep("m%d", SoundFormat.GSM, BEEP))
                .isEqualTo(new Recordings.Under("m1"));
    }

    @Test
    void namesThatLeadOutAreRefused() {
        var recordings = new FolderRecordings(folder.resolve("inner"));
        for (var name : new String[] {"../out", "/tmp/out", "a/../../out", "../%d"}) {
            assertThat(recordings.keep(name, SoundFormat.WAV, BEEP))
                    .as(name)
                    .isInstanceOfSatisfying(
                            Recordings.Failed.class,
                            failed -> assertThat(failed.why()).contains("leads out of"));
        }
        assertThat(folder.resolve("out.wav")).doesNotExist();
    }
}
