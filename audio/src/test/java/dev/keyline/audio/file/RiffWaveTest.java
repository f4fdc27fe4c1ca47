package dev.keyline.audio.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.audio.Sounds;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiffWaveTest {
    private static final short[] SPEECH = Sounds.speech(22, 500);
    private static final byte[] WAV = SoundFormat.WAV.write(new Sound(8000, SPEECH));

    private static final String RIFF = "52494646";
    private static final String WAVE = "57415645";
    private static final String FMT = "666d7420";
    private static final String DATA = "64617461";

    private static SoundFile read(String... hex) {
        return SoundFile.read("t.wav", HexFormat.of().parseHex(String.join("", hex)));
    }

    private static Sound sound(int rate, int... samples) {
        short[] kept = new short[samples.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (short) samples[i];
        }
        return new Sound(rate, kept);
    }

    @Test
    void aFileIsTheseOctets() {
        byte[] file = SoundFormat.WAV.write(sound(8000, 1, -2));

        assertThat(HexFormat.of().formatHex(file))
                .isEqualTo(
                        String.join(
                                "",
                                RIFF,
                                "28000000",
                                WAVE,
                                FMT,
                                "10000000",
                                "0100",
                                "0100",
                                "401f0000",
                                "803e0000",
                                "0200",
                                "1000",
                                DATA,
                                "04000000",
                                "0100",
                                "feff"));
        assertThat(SoundFile.read("t.wav", file)).isEqualTo(sound(8000, 1, -2));
    }

    @Test
    void otherChunksArePassedOverAndOddOnesPadded() {
        assertThat(
                        read(
                                RIFF,
                                "00000000",
                                WAVE,
                                "4c495354",
                                "03000000",
                                "aabbcc",
                                "00",
                                FMT,
                                "10000000",
                                "0100",
                                "0100",
                                "803e0000",
                                "007d0000",
                                "0200",
                                "1000",
                                "66616374",
                                "04000000",
                                "01000000",
                                DATA,
                                "02000000",
                                "0500",
                                "4c495354",
                                "02000000",
                                "aabb"))
                .isEqualTo(sound(16000, 5));
    }

    @Test
    void anExtendedFormatIsWhatItsSubformatSays() {
        assertThat(
                        read(
                                RIFF,
                                "00000000",
                                WAVE,
                                FMT,
                                "28000000",
                                "feff",
                                "0100",
                                "401f0000",
                                "803e0000",
                                "0200",
                                "1000",
                                "1600",
                                "1000",
                                "04000000",
                                "0100000000001000800000aa00389b71",
                                DATA,
                                "02000000",
                                "0500"))
                .isEqualTo(sound(8000, 5));
    }

    @ParameterizedTest
    @CsvSource({"0700, ff00, 0, -32124", "0600, d500, 8, -5504"})
    void g711IsReadByItsTag(String tag, String octets, int first, int second) {
        assertThat(
                        read(
                                RIFF,
                                "00000000",
                                WAVE,
                                FMT,
                                "10000000",
                                tag,
                                "0100",
                                "401f0000",
                                "401f0000",
                                "0100",
                                "0800",
                                DATA,
                                "02000000",
                                octets))
                .isEqualTo(sound(8000, first, second));
    }

    @ParameterizedTest
    @CsvSource({"00000000", "ffffffff", "08000000"})
    void aRecordingThatWasInterruptedIsReadAsFarAsItGoes(String size) {
        assertThat(
                        read(
                                RIFF,
                                size,
                                WAVE,
                                FMT,
                                "10000000",
                                "0100",
                                "0100",
                                "401f0000",
                                "803e0000",
                                "0200",
                                "1000",
                                DATA,
                                size,
                                "0500",
                                "0600",
                                "07"))
                .isEqualTo(sound(8000, 5, 6));
    }

    @ParameterizedTest
    @CsvSource({
        "0100 0200 401f0000 007d0000 0400 1000, 'it has 2 channels; only one can be played'",
        "0100 0100 44ac0000 88580100 0200 1000,"
                + " 'it has 44100 Hz; only 8000 and 16000 can be played'",
        "0100 0100 ffffffff 88580100 0200 1000,"
                + " 'it has 4294967295 Hz; only 8000 and 16000 can be played'",
        "0100 0100 401f0000 401f0000 0100 0800, 'its samples have 8 bits; only 16 can be played'",
        "3100 0100 401f0000 59060000 4100 0000,"
                + " 'it is GSM in a RIFF file (wav49), which is not read; convert it to gsm or wav'",
        "0300 0100 401f0000 007d0000 0400 2000,"
                + " 'its format tag is 3; only 1 (linear), 6 (A-law) and 7 (µ-law) can be played'"
    })
    void whatCannotBePlayedSaysWhy(String format, String reason) {
        String fmt = format.replace(" ", "");

        assertThat(read(RIFF, "00000000", WAVE, FMT, "10000000", fmt, DATA, "02000000", "0500"))
                .isEqualTo(new NotSound("t.wav", reason));
    }

    @Test
    void whatIsMissingIsNamed() {
        String fmt = "10000000" + "0100" + "0100" + "401f0000" + "803e0000" + "0200" + "1000";
        assertThat(read("")).asString().contains("does not begin as a RIFF file");
        assertThat(read("4f676753", "00000000", WAVE)).asString().contains("does not begin");
        assertThat(read(RIFF, "00000000", "41564920")).asString().contains("does not begin");
        assertThat(read(RIFF, "00000000", WAVE)).asString().contains("it has no fmt chunk");
        assertThat(read(RIFF, "00000000", WAVE, FMT, "02000000", "0100"))
                .asString()
                .contains("its fmt chunk has 2 octets; 16 are the least");
        assertThat(read(RIFF, "00000000", WAVE, FMT, fmt))
                .asString()
                .contains("it has no data chunk");
        assertThat(read(RIFF, "00000000", WAVE, FMT, fmt, DATA, "00000000"))
                .asString()
                .contains("its data chunk is empty");
    }

    @Test
    void cutAnywhereItIsWhatCameBeforeOrNoSound() {
        for (int length = 0; length < WAV.length; length++) {
            SoundFile read = SoundFile.read("t.wav", Arrays.copyOf(WAV, length));
            if (length < RiffWave.HEADER + 2) {
                assertThat(read).isInstanceOf(NotSound.class);
            } else {
                short[] left = Arrays.copyOf(SPEECH, (length - RiffWave.HEADER) / 2);
                assertThat(read).isEqualTo(new Sound(8000, left));
            }
        }
    }

    @Test
    void anyBitOfTheHeaderTurnedIsASoundOrNone() {
        for (int bit = 0; bit < RiffWave.HEADER * 8; bit++) {
            byte[] turned = WAV.clone();
            turned[bit / 8] ^= (byte) (1 << (bit % 8));
            for (int length = 0; length <= RiffWave.HEADER + 4; length++) {
                assertThat(SoundFile.read("t.wav", Arrays.copyOf(turned, length))).isNotNull();
            }
            assertThat(SoundFile.read("t.wav", turned)).isNotNull();
        }
    }

    @Property
    void chunksOfAnyClaimedSizeAreASoundOrNone(
            @ForAll int size, @ForAll @IntRange(max = 43) int at, @ForAll byte[] tail) {
        byte[] file = Arrays.copyOf(WAV, RiffWave.HEADER + tail.length);
        System.arraycopy(tail, 0, file, RiffWave.HEADER, tail.length);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(Math.min(at, 40), size);

        assertThat(SoundFile.read("t.wav", file)).isNotNull();
    }
}
