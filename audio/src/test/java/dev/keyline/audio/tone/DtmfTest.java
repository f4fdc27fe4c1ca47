package dev.keyline.audio.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keyline.audio.Sounds;
import dev.keyline.audio.codec.Codec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DtmfTest {
    private static final String ALL = "0123456789*#ABCD";

    @Test
    void everyDigitIsHeardAlone() {
        for (int i = 0; i < ALL.length(); i++) {
            String digit = ALL.substring(i, i + 1);
            short[] sound = Dtmf.dial(digit, 50, 50).samples();
            assertThat(DtmfDetector.digitsIn(sound)).isEqualTo(digit);
        }
    }

    /// 40 ms are the shortest digit and the shortest pause of ITU-T Q.24, wherever blocks begin.
    @Test
    void theShortestDigitsAreHeardAtEveryOffset() {
        short[] digits = Dtmf.dial(ALL, 40, 40).samples();

        for (int offset = 0; offset < 102; offset++) {
            assertThat(DtmfDetector.digitsIn(Sounds.late(digits, offset))).isEqualTo(ALL);
        }
    }

    @Test
    void aRepeatedDigitIsHeardTwice() {
        assertThat(DtmfDetector.digitsIn(Dtmf.dial("1100", 60, 40).samples())).isEqualTo("1100");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void digitsAreHeardThroughNoise(long seed) {
        short[] digits = Sounds.late(Dtmf.dial(ALL, 80, 80).samples(), 33);
        short[] noise = Sounds.noise(seed, digits.length, 3800);

        assertThat(DtmfDetector.digitsIn(Sounds.sum(digits, noise))).isEqualTo(ALL);
    }

    @ParameterizedTest
    @EnumSource
    void digitsAreHeardThroughEveryCodec(Codec codec) {
        short[] digits = Dtmf.dial(ALL, 100, 100).samples();

        assertThat(DtmfDetector.digitsIn(codec.decode(codec.encode(digits)))).isEqualTo(ALL);
    }

    @Test
    void softDigitsAreHeardAndVerySoftOnesAreNot() {
        assertThat(DtmfDetector.digitsIn(five(-30, -30))).isEqualTo("5");
        assertThat(DtmfDetector.digitsIn(five(-40, -40))).isEmpty();
    }

    @Test
    void unequalTonesAreHeardWithinReason() {
        assertThat(DtmfDetector.digitsIn(five(-20, -14))).isEqualTo("5");
        assertThat(DtmfDetector.digitsIn(five(-12, -20))).isEqualTo("5");
        assertThat(DtmfDetector.digitsIn(five(-30, -10))).isEmpty();
        assertThat(DtmfDetector.digitsIn(five(-10, -30))).isEmpty();
    }

    private static short[] five(double low, double high) {
        return pair(770, low, 1336, high);
    }

    private static short[] pair(double low, double lowLevel, double high, double highLevel) {
        var one = new Tone.Sine(low, lowLevel, 0);
        var other = new Tone.Sine(high, highLevel, 0);
        return Cadence.once(new Tone(List.of(one, other)), 100).samples();
    }

    /// ITU-T Q.24: a deviation of 1.5 % must be heard, one of 3.5 % in both must not.
    @Test
    void frequenciesMayBeALittleOff() {
        assertThat(DtmfDetector.digitsIn(pair(770 * 1.015, -10, 1336 * 1.015, -10))).isEqualTo("5");
        assertThat(DtmfDetector.digitsIn(pair(770 * 0.985, -10, 1336 * 0.985, -10))).isEqualTo("5");
        assertThat(DtmfDetector.digitsIn(pair(770 * 1.05, -10, 1336 * 1.05, -10))).isEmpty();
    }

    @Test
    void nothingElseIsADigit() {
        for (var cadence :
                List.of(Cadence.DIAL, Cadence.RINGING, Cadence.BUSY, Cadence.MILLIWATT)) {
            assertThat(DtmfDetector.digitsIn(cadence.samples())).isEmpty();
        }
        assertThat(DtmfDetector.digitsIn(Sounds.noise(7, 80000, 20000))).isEmpty();
        assertThat(DtmfDetector.digitsIn(new short[8000])).isEmpty();
        for (int seed = 0; seed < 20; seed++) {
            assertThat(DtmfDetector.digitsIn(Sounds.speech(seed, 80000))).isEmpty();
        }
    }

    @Test
    void theLengthOfADigitIsTold() {
        var told = new ArrayList<String>();
        var detector = new DtmfDetector();
        short[] sound = Dtmf.dial("7", 255, 100).samples();
        for (int at = 0; at < sound.length; at += 160) {
            detector.hear(sound, at, Math.min(160, sound.length - at), listener(told));
        }

        assertThat(told).containsExactly("7 began", "7 ended after 255");
    }

    @Test
    void aGapOfOneBlockDoesNotCutADigitInTwo() {
        short[] sound = Dtmf.dial("7", 255, 100).samples();
        Arrays.fill(sound, 1000, 1080, (short) 0);

        assertThat(DtmfDetector.digitsIn(sound)).isEqualTo("7");
    }

    @Test
    void aClickOfADigitIsNone() {
        assertThat(DtmfDetector.digitsIn(Dtmf.dial("7", 12, 100).samples())).isEmpty();
    }

    @Test
    void otherCharactersHaveNoTone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dtmf.tone('E'))
                .withMessageContaining("'E'");
        assertThat(Dtmf.isDigit('E')).isFalse();
        assertThat(Dtmf.isDigit('#')).isTrue();
    }

    private static DtmfDetector.Listener listener(List<String> told) {
        return new DtmfDetector.Listener() {
            @Override
            public void began(char digit) {
                told.add(digit + " began");
            }

            @Override
            public void ended(char digit, int millis) {
                told.add(digit + " ended after " + millis);
            }
        };
    }
}
