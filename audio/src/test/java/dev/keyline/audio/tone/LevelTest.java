package dev.keyline.audio.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LevelTest {
    @Test
    void theLoudestSineOfUlawIs317() {
        assertThat(Level.ofPeak(32636)).isCloseTo(3.17, within(0.001));
        assertThat(Level.peak(0)).isCloseTo(22656, within(1.0));
    }

    @Test
    void silenceHasAFloor() {
        assertThat(Level.of(new short[160], 0, 160)).isEqualTo(Level.SILENCE);
        assertThat(Level.at(1000, new short[160], 0, 160)).isEqualTo(Level.SILENCE);
        assertThat(Level.of(new short[0], 0, 0)).isEqualTo(Level.SILENCE);
        assertThat(Level.at(1000, new short[0], 0, 0)).isEqualTo(Level.SILENCE);
    }

    @Test
    void oneFrequencyIsHeardAmongOthers() {
        short[] pair = Cadence.once(Tone.pair(500, 2000, -12), 100).samples();

        assertThat(Level.at(500, pair, 0, 800)).isCloseTo(-12, within(0.05));
        assertThat(Level.at(2000, pair, 0, 800)).isCloseTo(-12, within(0.05));
        assertThat(Level.at(1000, pair, 0, 800)).isLessThan(-60);
    }
}
