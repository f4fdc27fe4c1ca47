package dev.keyline.audio.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.keyline.audio.Sounds;
import dev.keyline.audio.codec.Codec;
import dev.keyline.audio.mix.Gain;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikenessTest {
    private static final short[] SPEECH = Sounds.speech(11, 40000);

    @Test
    void theSameSoundCameBackWholeAndAtOnce() {
        Likeness likeness = Likeness.of(SPEECH, SPEECH);

        assertThat(likeness.percent()).isEqualTo(100);
        assertThat(likeness.delay()).isZero();
        assertThat(likeness.sentBlocks()).isBetween(180, 250);
    }

    @Property(tries = 40)
    void anyDelayIsFoundExactly(@ForAll @IntRange(max = 16000) int delay, @ForAll long seed) {
        short[] speech = Sounds.speech(seed, 16000);
        Likeness likeness = Likeness.of(speech, Sounds.late(speech, delay));

        assertThat(likeness.delay()).isEqualTo(delay);
        assertThat(likeness.percent()).isEqualTo(100);
    }

    @Test
    void delayIsToldInMilliseconds() {
        assertThat(Likeness.of(SPEECH, Sounds.late(SPEECH, 324)).delayMillis()).isEqualTo(40.5);
    }

    @ParameterizedTest
    @CsvSource({"ULAW, 99", "ALAW, 99", "SLIN, 100", "GSM, 90"})
    void codecsLeaveItAlike(Codec codec, double least) {
        Likeness likeness =
                Likeness.of(SPEECH, Sounds.late(codec.decode(codec.encode(SPEECH)), 480));

        assertThat(likeness.delay()).isCloseTo(480, within(1));
        assertThat(likeness.percent()).isGreaterThanOrEqualTo(least);
    }

    @Test
    void levelDoesNotMatterAndNoiseLittle() {
        short[] soft = SPEECH.clone();
        Gain.decibels(-20).apply(soft, 0, soft.length);
        short[] noisy = Sounds.sum(SPEECH, Sounds.noise(1, SPEECH.length, 150));

        assertThat(Likeness.of(SPEECH, soft).percent()).isGreaterThan(98);
        assertThat(Likeness.of(SPEECH, noisy).percent()).isGreaterThan(90);
    }

    /// None of these divides the 15 blocks of a syllable, so as many are lost in speech as in
    /// pauses.
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 7, 8, 11})
    void lostBlocksAreMissed(int everyNth) {
        short[] lossy = SPEECH.clone();
        for (int block = 0; block < lossy.length / 160; block += everyNth) {
            Arrays.fill(lossy, block * 160, (block + 1) * 160, (short) 0);
        }

        Likeness likeness = Likeness.of(SPEECH, Sounds.late(lossy, 800));

        assertThat(likeness.percent()).isCloseTo(100 - (100.0 / everyNth), within(2.0));
        assertThat(likeness.delay()).isEqualTo(800);
    }

    @Test
    void theMoreIsLostTheLessIsFound() {
        double last = 100;
        for (int lost = 10; lost <= 250; lost += 40) {
            short[] cut = SPEECH.clone();
            Arrays.fill(cut, cut.length - (lost * 160), cut.length, (short) 0);
            double percent = Likeness.of(SPEECH, cut).percent();
            assertThat(percent).isLessThan(last);
            last = percent;
        }
        assertThat(last).isZero();
    }

    @Test
    void aDelayThatChangesOnTheWayIsFollowed() {
        short[] first = Arrays.copyOf(SPEECH, 24000);
        short[] rest = Arrays.copyOfRange(SPEECH, 24000, 40000);
        short[] received = Sounds.joined(new short[400], first, new short[320], rest);

        Likeness likeness = Likeness.of(SPEECH, received);

        assertThat(likeness.delay()).isEqualTo(400);
        assertThat(likeness.percent()).isGreaterThan(98);
    }

    @Test
    void blocksLeftOutOnTheWayCostLittleMoreThanThemselves() {
        short[] received = new short[400];
        int left = 0;
        for (int block = 0; block < SPEECH.length / 160; block++) {
            boolean lost = block % 31 == 17;
            left += lost ? 1 : 0;
            int from = block * 160;
            short[] part = Arrays.copyOfRange(SPEECH, from, from + (lost ? 0 : 160));
            received = Sounds.joined(received, part);
        }

        assertThat(left).isEqualTo(8);
        assertThat(Likeness.of(SPEECH, received).percent()).isBetween(95.0, 99.0);
    }

    @Test
    void aToneComesBackToo() {
        short[] tone = Cadence.once(Tone.MILLIWATT, 3000).samples();
        Likeness late =
                Likeness.of(tone, Codec.ULAW.decode(Codec.ULAW.encode(Sounds.late(tone, 8))));
        Likeness half = Likeness.of(tone, Arrays.copyOf(tone, 12000));

        assertThat(late.percent()).isGreaterThan(99);
        assertThat(late.delay()).isBetween(0, 8);
        assertThat(half.percent()).isCloseTo(50, within(1.0));
    }

    @Test
    void nothingComesBackInSilenceNoiseOrOtherSpeech() {
        assertThat(Likeness.of(SPEECH, new short[40000])).isEqualTo(none());
        assertThat(Likeness.of(SPEECH, new short[0])).isEqualTo(none());
        assertThat(Likeness.of(SPEECH, Sounds.noise(3, 48000, 8000)).percent()).isZero();
        assertThat(Likeness.of(SPEECH, Sounds.speech(99, 48000)).percent()).isLessThan(10);
    }

    private static Likeness none() {
        return new Likeness(Likeness.of(SPEECH, SPEECH).sentBlocks(), 0, 0);
    }

    @Test
    void silenceSentIsNothingToFind() {
        assertThat(Likeness.of(new short[8000], SPEECH)).isEqualTo(new Likeness(0, 0, 0));
        assertThat(Likeness.of(new short[0], SPEECH).percent()).isZero();
    }

    /// But for what a voice has in common with itself.
    @Test
    void aDelayBeyondTheLongestIsNotFound() {
        assertThat(Likeness.of(SPEECH, Sounds.late(SPEECH, 8000), 500).percent()).isLessThan(20);
    }
}
