package dev.keyline.audio.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.keyline.audio.codec.Codec;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToneSourceTest {
    private static short[] seconds(Cadence cadence, int seconds) {
        short[] samples = new short[seconds * Tone.RATE];
        new ToneSource(cadence).next(samples, 0, samples.length);
        return samples;
    }

    @Test
    void theMilliwattIs1004HertzAt0Dbm() {
        short[] second = seconds(Cadence.MILLIWATT, 1);

        assertThat(Level.of(second, 0, 8000)).isCloseTo(0, within(0.01));
        assertThat(Level.at(1004, second, 0, 8000)).isCloseTo(0, within(0.01));
        assertThat(Level.at(1000, second, 0, 8000)).isLessThan(-60);
        assertThat(risesThroughZero(second)).isBetween(1003, 1004);
    }

    private static int risesThroughZero(short[] samples) {
        int rises = 0;
        for (int i = 1; i < samples.length; i++) {
            rises += samples[i - 1] < 0 && samples[i] >= 0 ? 1 : 0;
        }
        return rises;
    }

    /// ITU-T G.711 table 6.
    @Test
    void theDigitalMilliwattIsTheEightOctetsOfG711() {
        byte[] ulaw = Codec.ULAW.encode(seconds(Cadence.DIGITAL_MILLIWATT, 60));

        String cycle = "1e0b0b1e9e8b8b9e";
        assertThat(HexFormat.of().formatHex(ulaw)).isEqualTo(cycle.repeat(60 * 1000));
    }

    @Test
    void levelsAreThoseAskedFor() {
        short[] ringing = seconds(Cadence.RINGING, 1);

        assertThat(Level.at(440, ringing, 0, 8000)).isCloseTo(-19, within(0.01));
        assertThat(Level.at(480, ringing, 0, 8000)).isCloseTo(-19, within(0.01));
        assertThat(Level.of(ringing, 0, 8000)).isCloseTo(-16, within(0.1));
    }

    @Test
    void busyIsHalfASecondOnHalfASecondOff() {
        short[] busy = seconds(Cadence.BUSY, 3);

        for (int half = 0; half < 6; half++) {
            double level = Level.at(620, busy, half * 4000, 4000);
            assertThat(level).isCloseTo(half % 2 == 0 ? -24 : Level.SILENCE, within(0.1));
        }
    }

    @Test
    void theTestLineIsSilentInEveryTenthSecond() {
        short[] line = seconds(Cadence.MILLIWATT_TEST_LINE, 20);

        for (int second = 0; second < 20; second++) {
            double expected = second % 10 == 9 ? Level.SILENCE : 0;
            assertThat(Level.of(line, second * 8000, 8000)).isCloseTo(expected, within(0.1));
        }
    }

    @Test
    void whatDoesNotRepeatEndsInSilence() {
        var source = new ToneSource(Cadence.once(Tone.of(1000, 0), 10));
        short[] block = new short[160];

        source.next(block, 0, 160);

        assertThat(source.finished()).isTrue();
        assertThat(Level.of(block, 0, 80)).isCloseTo(0, within(0.1));
        assertThat(Level.of(block, 80, 80)).isEqualTo(Level.SILENCE);
    }

    @Property(tries = 100)
    void howItIsCutIntoBlocksIsNotHeard(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 700) Integer> sizes) {
        var cadence = new Cadence(Dtmf.dial("159#", 45, 33).beats(), true);
        int all = sizes.stream().mapToInt(Integer::intValue).sum();
        short[] whole = new short[all];
        new ToneSource(cadence).next(whole, 0, all);
        short[] cut = new short[all];
        var source = new ToneSource(cadence);
        int at = 0;
        for (int size : sizes) {
            source.next(cut, at, size);
            at += size;
        }

        for (int i = 0; i < all; i++) {
            assertThat((int) cut[i]).isCloseTo(whole[i], within(1));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 4000, Double.NaN})
    void aToneThatCannotBeSampledIsRefused(double hertz) {
        assertThatIllegalArgumentException().isThrownBy(() -> Tone.of(hertz, 0));
    }

    @Test
    void aToneLouderThanSamplesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Tone.of(1000, 3.2));
    }
}
