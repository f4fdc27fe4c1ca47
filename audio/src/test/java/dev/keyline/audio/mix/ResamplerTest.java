package dev.keyline.audio.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keyline.audio.Sounds;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {
    private static short[] sine(double hertz, int rate, int count) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (short) Math.round(10000 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return samples;
    }

    private static short[] middle(short[] samples) {
        return Arrays.copyOfRange(samples, 200, samples.length - 200);
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 300, 1004, 2000, 3000, 3400})
    void aToneOfSpeechStaysWhatAndWhereItIs(double hertz) {
        short[] narrow = sine(hertz, 8000, 4000);
        short[] wide = sine(hertz, 16000, 8000);

        short[] halved = middle(Resampler.resampled(wide, 16000, 8000));
        short[] doubled = middle(Resampler.resampled(narrow, 8000, 16000));

        assertThat(Sounds.signalToNoise(middle(narrow), halved)).isGreaterThan(45);
        assertThat(Sounds.signalToNoise(middle(wide), doubled)).isGreaterThan(45);
    }

    @ParameterizedTest
    @CsvSource({"4600", "5000", "6000", "7500"})
    void aToneThatHasNoPlaceIsNotFoldedBack(double hertz) {
        short[] halved = middle(Resampler.resampled(sine(hertz, 16000, 8000), 16000, 8000));

        for (short sample : halved) {
            assertThat((int) sample).isBetween(-35, 35);
        }
    }

    @Test
    void lengthsAreHalfAndTwice() {
        assertThat(Resampler.resampled(new short[321], 16000, 8000)).hasSize(160);
        assertThat(Resampler.resampled(new short[160], 8000, 16000)).hasSize(320);
        assertThat(Resampler.resampled(new short[0], 8000, 16000)).isEmpty();
        short[] same = new short[3];
        assertThat(Resampler.resampled(same, 8000, 8000)).isSameAs(same);
    }

    @Test
    void otherRatesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Resampler.resampled(new short[3], 44100, 8000))
                .withMessageContaining("44100");
    }

    @Test
    void speechThereAndBackIsTheSameSpeech() {
        short[] speech = Sounds.speech(31, 8000);
        short[] back = Resampler.resampled(Resampler.resampled(speech, 8000, 16000), 16000, 8000);

        assertThat(Sounds.signalToNoise(speech, back)).isGreaterThan(25);
    }

    @Property(tries = 50)
    void howItIsCutIntoBlocksIsNotHeard(@ForAll @IntRange(min = 1, max = 333) int block) {
        short[] speech = Sounds.speech(32, 1000);

        assertThat(inBlocks(Resampler.halving(), speech, block))
                .isEqualTo(inBlocks(Resampler.halving(), speech, 1000));
        assertThat(inBlocks(Resampler.doubling(), speech, block))
                .isEqualTo(inBlocks(Resampler.doubling(), speech, 1000));
    }

    private static short[] inBlocks(Resampler resampler, short[] samples, int block) {
        short[] to = new short[2 * samples.length];
        int written = 0;
        for (int at = 0; at < samples.length; at += block) {
            int count = Math.min(block, samples.length - at);
            written += resampler.resample(samples, at, count, to, written);
        }
        return Arrays.copyOf(to, written);
    }
}
