package dev.keyline.audio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.audio.Sounds;
import dev.keyline.audio.Sox;
import dev.keyline.audio.codec.Codec;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SoundFileTest {
    private static final short[] SPEECH = Sounds.speech(21, 3200);

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsRead(SoundFormat format) {
        var sound = new Sound(format.rate(), SPEECH);
        short[] kept = format.codec().map(it -> it.decode(it.encode(SPEECH))).orElse(SPEECH);

        for (String ending : format.allEndings()) {
            assertThat(SoundFile.read("a/b." + ending, format.write(sound)))
                    .isEqualTo(new Sound(format.rate(), kept));
        }
    }

    @ParameterizedTest
    @CsvSource({"SLN, 0100FEFF", "SLN16, 0100FEFF", "ULAW, FF7F", "ALAW, D555"})
    void headerlessFilesAreTheBareOctets(SoundFormat format, String hex) {
        var sound = new Sound(format.rate(), new short[] {1, -2});

        assertThat(format.write(sound)).asHexString().isEqualTo(hex);
    }

    @Test
    void aTailThatWasCutIsLeftOut() {
        byte[] gsm = Codec.GSM.encode(SPEECH);

        assertThat(SoundFile.read("cut.gsm", Arrays.copyOf(gsm, gsm.length - 1)))
                .isEqualTo(new Sound(8000, Codec.GSM.decode(Arrays.copyOf(gsm, gsm.length - 33))));
        assertThat(SoundFile.read("cut.sln", new byte[] {1, 0, 2}))
                .isEqualTo(new Sound(8000, new short[] {1}));
    }

    @ParameterizedTest
    @CsvSource({
        "x.sln, it holds no sound (0 octets)",
        "x.gsm, it holds no sound (0 octets)",
        "x.mp3, 'its ending names no sound format; known are wav, WAV, sln, slin, raw, sln16, ulaw,"
                + " ul, mu, pcm, ulw, alaw, al, alw, gsm'"
    })
    void whatIsNoSoundSaysWhy(String file, String reason) {
        assertThat(SoundFile.read(file, new byte[0])).isEqualTo(new NotSound(file, reason));
        assertThat(SoundFile.read(file, new byte[0])).hasToString(file + ": " + reason);
    }

    @Test
    void aFileIsReadFromTheDisk() throws IOException {
        Path path = Files.write(folder.resolve("hello.ulaw"), Codec.ULAW.encode(SPEECH));

        assertThat(SoundFile.read(path))
                .isEqualTo(new Sound(8000, Codec.ULAW.decode(Codec.ULAW.encode(SPEECH))));
    }

    @Test
    void whatTheDiskWillNotGiveIsNamed() throws IOException {
        Path missing = folder.resolve("none.wav");
        Path directory = Files.createDirectory(folder.resolve("folder.wav"));

        assertThat(SoundFile.read(missing))
                .isEqualTo(new NotSound(missing.toString(), "there is no such file"));
        assertThat(SoundFile.read(directory))
                .isInstanceOf(NotSound.class)
                .asString()
                .contains("it is no regular file");
    }

    @Test
    void anUnknownEndingIsNotEvenLookedFor() {
        assertThat(SoundFile.read(folder.resolve("none.mp3")))
                .asString()
                .contains("names no sound");
    }

    @Test
    void aFileTooLongForAPromptIsNotLoaded() throws IOException {
        Path huge = folder.resolve("huge.sln");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(2L * (SoundFile.LONGEST + 1));
        }

        assertThat(SoundFile.read(huge)).asString().contains("33554433 samples are too many");
    }

    @Test
    void aSoundOfAnotherRateIsNotWritten() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SoundFormat.GSM.write(new Sound(16000, SPEECH)))
                .withMessage("a .gsm file holds 8000 Hz, not 16000");
    }

    @Test
    void soundsKnowTheirLength() {
        assertThat(new Sound(16000, SPEECH).length()).isEqualTo(Duration.ofMillis(200));
        assertThat(new Sound(8000, SPEECH)).hasToString("3200 samples at 8000 Hz");
        assertThat(new Sound(8000, SPEECH)).isNotEqualTo(new Sound(16000, SPEECH));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sound(0, SPEECH));
    }

    @Test
    void soxReadsOurWavAndWeReadItsWavs() throws Exception {
        Sox.needed();
        var sound = new Sound(8000, SPEECH);
        byte[] sln = SoundFormat.SLN.write(sound);
        List<String> wav = List.of("-t", "wav");

        assertThat(Sox.convert(SoundFormat.WAV.write(sound), wav, Sox.SLN)).isEqualTo(sln);
        assertThat(SoundFile.read("s.wav", Sox.convert(sln, Sox.SLN, wav))).isEqualTo(sound);
        for (String law : List.of("u-law", "a-law")) {
            byte[] theirs = Sox.convert(sln, Sox.SLN, List.of("-t", "wav", "-e", law));
            assertThat(SoundFile.read("s.wav", theirs))
                    .isEqualTo(SoundFile.read("s.sln", Sox.convert(theirs, wav, Sox.SLN)));
        }
        assertThat(
                        SoundFile.read(
                                "s.WAV",
                                Sox.convert(sln, Sox.SLN, List.of("-t", "wav", "-e", "gsm"))))
                .asString()
                .contains("s.WAV: it is GSM in a RIFF file (wav49)");
    }

    @Test
    void everyPromptOfAsteriskIsSound() throws IOException {
        Path prompts = Path.of("/usr/share/asterisk/sounds/en/digits");
        assumeTrue(Files.isDirectory(prompts), "asterisk-core-sounds-en-gsm is not installed");
        try (var files = Files.list(prompts)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(
                            prompt -> assertThat(SoundFile.read(prompt)).isInstanceOf(Sound.class));
        }
    }
}
