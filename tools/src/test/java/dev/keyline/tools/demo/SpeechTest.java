package dev.keyline.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.audio.codec.Codec;
import dev.keyline.audio.tone.Level;
import dev.keyline.audio.tone.Likeness;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SpeechTest {
    private static short[] late(short[] sound, int samples) {
        var late = new short[sound.length + samples];
        System.arraycopy(sound, 0, late, samples, sound.length);
        return late;
    }

    @Test
    void isASecondAsLoudAsSpeech() {
        var speech = Speech.samples();
        assertThat(speech).hasSize(8000);
        assertThat(Level.of(speech, 0, speech.length)).isBetween(-25.0, -10.0);
    }

    @Test
    void isNeverCutOff() {
        for (var sample : Speech.samples()) {
            assertThat((int) sample).isBetween(-30_000, 30_000);
        }
    }

    @Test
    void itsDelayCanBeMeasuredThroughACodec() {
        var speech = Speech.samples();
        var heard = Codec.ULAW.decode(Codec.ULAW.encode(late(speech, 333)));
        var likeness = Likeness.of(speech, heard);
        assertThat(likeness.percent()).isEqualTo(100);
        assertThat(likeness.delay()).isEqualTo(333);
    }

    @Test
    void halfOfItIsHalfOfIt() {
        var speech = Speech.samples();
        var half = Arrays.copyOf(Arrays.copyOf(speech, 4000), 8000);
        assertThat(Likeness.of(speech, half).percent()).isBetween(40.0, 60.0);
    }
}
