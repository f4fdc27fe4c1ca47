package dev.keyline.audio.gsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.audio.Sounds;
import dev.keyline.audio.Sox;
import dev.keyline.audio.codec.Codec;
import dev.keyline.audio.codec.Slin;
import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.Tone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FullRateTest {
    private static final Path PROMPT =
            Path.of("/usr/share/asterisk/sounds/en/basic-pbx-ivr-main.gsm");
    private static final List<String> GSM = List.of("-t", "gsm");

    /// Five frames that another coder (libgsm, by way of sox 14.4.2) made of [#sawtooth].
    private static final String CODED =
            "d861ab25a350169925824b436135bbc36ec4dc85136113cd3969c711b5308ede23"
                    + "d861b365a385efe35c9d3973c7b0d7274a49138510dd837694e5c73286e576343c"
                    + "d861ab25a38426cb8477611dc66898e5a63b43e9d648e26ee11c6575e11ca63922"
                    + "d861ab25a3859079526a4f54c7b0b7147db71b858cd7561148e485ec3bcc7698e1"
                    + "d861b365a3c7ed731dad3af3851127334db3e4c667629cd8b970c648372d325c1b";

    private static short[] sawtooth() {
        short[] samples = new short[800];
        for (int i = 0; i < samples.length; i++) {
            int height = ((i * 97) % 1600) - 800;
            samples[i] = (short) (height * (i % 400 < 300 ? 12 : 2));
        }
        return samples;
    }

    @Test
    void codesWhatAnotherCoderCodes() {
        assertThat(HexFormat.of().formatHex(Codec.GSM.encode(sawtooth()))).isEqualTo(CODED);
    }

    @Test
    void decodesWhatAnotherDecoderDecodes() {
        short[] decoded = Codec.GSM.decode(HexFormat.of().parseHex(CODED));

        assertThat(Arrays.copyOfRange(decoded, 320, 336))
                .isEqualTo(
                        new short[] {
                            -584, -320, 0, 8, 752, 584, 456, 1448, 1160, 800, -1512, -1280, -1240,
                            -928, -624, -536
                        });
        var sum = new CRC32();
        sum.update(little(decoded));
        assertThat(sum.getValue()).isEqualTo(0x4a0149f5L);
    }

    @Test
    void decodesAPromptOfAsteriskAsSoxDoes() throws Exception {
        assumeTrue(Files.exists(PROMPT), "asterisk-core-sounds-en-gsm is not installed");
        Sox.needed();
        byte[] prompt = Files.readAllBytes(PROMPT);

        assertThat(little(Codec.GSM.decode(prompt))).isEqualTo(Sox.convert(prompt, GSM, Sox.SLN));
    }

    @Test
    void codesSpeechAndNoiseAsSoxDoes() throws Exception {
        Sox.needed();
        for (short[] sound : List.of(Sounds.speech(4, 32000), Sounds.noise(5, 16000, 30000))) {
            byte[] ours = Codec.GSM.encode(sound);

            assertThat(ours).isEqualTo(Sox.convert(little(sound), Sox.SLN, GSM));
            assertThat(little(Codec.GSM.decode(ours))).isEqualTo(Sox.convert(ours, GSM, Sox.SLN));
        }
    }

    @Test
    void aToneAndSpeechSurvive() {
        short[] tone = Cadence.once(Tone.of(440, -10), 1000).samples();
        short[] speech = Sounds.speech(6, 32000);

        assertThat(Sounds.signalToNoise(tone, through(tone))).isGreaterThan(15);
        assertThat(Sounds.signalToNoise(speech, through(speech))).isGreaterThan(6);
    }

    @Test
    void silenceStaysNearlySilent() {
        for (short sample : through(new short[1600])) {
            assertThat(sample).isBetween((short) -16, (short) 16);
        }
    }

    @Test
    void theLoudestSquareDoesNotTurnOver() {
        short[] square = new short[1600];
        for (int i = 0; i < square.length; i++) {
            square[i] = i % 40 < 20 ? Short.MAX_VALUE : Short.MIN_VALUE;
        }

        assertThat(Sounds.signalToNoise(square, through(square))).isGreaterThan(6);
    }

    @Property
    void anyOctetsMakeSomeSound(@ForAll @Size(value = 99) byte[] octets) {
        assertThat(Codec.GSM.decode(octets)).hasSize(480);
    }

    @Property
    void octetsAndParametersAreTheSameThing(@ForAll @Size(value = 33) byte[] octets) {
        var parameters = new Parameters();
        byte[] written = new byte[33];
        octets[0] = (byte) (0xD0 | (octets[0] & 0x0F));

        parameters.read(octets, 0);
        parameters.write(written, 0);

        assertThat(written).isEqualTo(octets);
    }

    private static short[] through(short[] samples) {
        return Codec.GSM.decode(Codec.GSM.encode(samples));
    }

    private static byte[] little(short[] samples) {
        byte[] octets = new byte[2 * samples.length];
        Slin.LITTLE_ENDIAN.encode(samples, 0, samples.length, octets, 0);
        return octets;
    }
}
