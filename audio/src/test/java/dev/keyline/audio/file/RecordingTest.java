package dev.keyline.audio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyline.audio.Sounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordingTest {
    private static final short[] SPEECH = Sounds.speech(23, 1777);

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void writtenPieceByPieceItIsTheFileWrittenAtOnce(SoundFormat format) throws IOException {
        Path path = folder.resolve("m." + format.ending());
        Files.write(path, new byte[99_999]);

        try (var recording = Recording.open(path, format)) {
            int piece = 1;
            for (int at = 0; at < SPEECH.length; at += piece) {
                piece = Math.min(piece + 37, SPEECH.length - at);
                recording.write(SPEECH, at, piece);
            }
        }

        assertThat(Files.readAllBytes(path))
                .isEqualTo(format.write(new Sound(format.rate(), SPEECH)));
    }

    @Test
    void beforeItIsClosedAWavIsReadableAsFarAsItGoes() throws IOException {
        Path path = folder.resolve("m.wav");
        try (var recording = Recording.open(path, SoundFormat.WAV)) {
            recording.write(SPEECH, 0, 500);

            assertThat(SoundFile.read(path)).isEqualTo(new Sound(8000, Arrays.copyOf(SPEECH, 480)));
        }
    }

    @Test
    void closingTwiceIsClosingOnce() throws IOException {
        var recording = Recording.open(folder.resolve("m.gsm"), SoundFormat.GSM);
        recording.write(SPEECH, 0, 10);
        recording.close();
        recording.close();

        assertThat(folder.resolve("m.gsm")).hasSize(33);
    }

    @Test
    void aFolderThatIsNotThereIsTheDisksOwnError() {
        Path path = folder.resolve("none").resolve("m.wav");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> Recording.open(path, SoundFormat.WAV).close());
    }
}
