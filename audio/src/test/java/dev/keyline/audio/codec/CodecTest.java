package dev.keyline.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keyline.audio.Sounds;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CodecTest {
    @ParameterizedTest
    @CsvSource({"ulaw, 160", "alaw, 160", "slin, 320", "gsm, 33"})
    void aFrameIsTwentyMilliseconds(String label, int octets) {
        Codec codec = Codec.labelled(label).orElseThrow();

        assertThat(codec.octetsPerFrame()).isEqualTo(octets);
        assertThat(codec.samplesIn(octets)).isEqualTo(codec.samplesPerFrame()).isEqualTo(160);
        assertThat(codec.sampleRate()).isEqualTo(8000);
        assertThat(codec).hasToString(label);
    }

    @ParameterizedTest
    @CsvSource({"ULAW", "g729", "''"})
    void otherLabelsAreNoCodec(String label) {
        assertThat(Codec.labelled(label)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ulaw, 0, false", "ulaw, 1, true", "slin, 320, true", "slin, 321, false",
        "gsm, 33, true", "gsm, 66, true", "gsm, 65, false", "gsm, 32, false"
    })
    void aPayloadFitsWhenItIsWholeUnits(String label, int octets, boolean fits) {
        assertThat(Codec.labelled(label).orElseThrow().fits(octets)).isEqualTo(fits);
    }

    @ParameterizedTest
    @EnumSource
    void arraysAreFilledWhereToldAndNowhereElse(Codec codec) {
        short[] speech = Sounds.speech(2, 640);
        byte[] whole = codec.encode(speech);
        byte[] octets = new byte[whole.length + 7];
        short[] samples = new short[speech.length + 9];

        int written = codec.encoder().encode(Sounds.late(speech, 5), 5, 640, octets, 3);
        int read = codec.decoder().decode(octets, 3, written, samples, 4);

        assertThat(Arrays.copyOfRange(octets, 3, 3 + written)).isEqualTo(whole);
        assertThat(Arrays.copyOfRange(samples, 4, 4 + read)).isEqualTo(codec.decode(whole));
        assertThat(octets[2]).isEqualTo(octets[3 + written]).isZero();
        assertThat(samples[3]).isEqualTo(samples[4 + read]).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void framesOneByOneAreTheSameAsAllAtOnce(Codec codec) {
        short[] speech = Sounds.speech(3, 1600);
        byte[] octets = new byte[codec.octetsFor(speech.length)];
        Encoder encoder = codec.encoder();
        int at = 0;
        for (int i = 0; i < speech.length; i += 160) {
            at += encoder.encode(speech, i, 160, octets, at);
        }

        assertThat(octets).isEqualTo(codec.encode(speech));
    }

    @Test
    void slinIsBigEndianInCallsAndLittleEndianInFiles() {
        short[] samples = {0x0102, -2};
        byte[] file = new byte[4];
        Slin.LITTLE_ENDIAN.encode(samples, 0, 2, file, 0);

        assertThat(HexFormat.of().formatHex(Codec.SLIN.encode(samples))).isEqualTo("0102fffe");
        assertThat(HexFormat.of().formatHex(file)).isEqualTo("0201feff");
        assertThat(Codec.SLIN.decode(HexFormat.of().parseHex("0102fffe00"))).isEqualTo(samples);
    }

    @Test
    void gsmTakesWholeFramesOnly() {
        Encoder encoder = Codec.GSM.encoder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder.encode(new short[161], 0, 161, new byte[99], 0))
                .withMessageContaining("161");
        assertThat(Codec.GSM.encode(new short[161])).hasSize(66);
        assertThat(Codec.GSM.decode(new byte[65])).hasSize(160);
    }
}
