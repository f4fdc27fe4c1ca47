package dev.keyline.audio.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MixTest {
    private static final short[] LOUD = {30000, -30000, 100};
    private static final short[] LOUDER = {0, 20000, -20000, 5};

    @Test
    void sumsSaturateOnlyWhenTakenOut() {
        var mix = new Mix(3);
        short[] heard = new short[4];
        mix.add(LOUD, 0);
        mix.add(LOUDER, 1);

        mix.all(heard, 1);

        assertThat(heard).containsExactly(0, 32767, -32768, 105);
    }

    @Test
    void aSpeakerDoesNotHearHerself() {
        var mix = new Mix(3);
        short[] heard = new short[3];
        mix.add(LOUD, 0);
        mix.add(LOUD, 0);
        mix.add(LOUDER, 1);

        mix.allBut(LOUD, 0, heard, 0);

        assertThat(heard).containsExactly(32767, -32768, 105);
    }

    @Test
    void aNewBlockBeginsWithNothing() {
        var mix = new Mix(3);
        short[] heard = {1, 1, 1};
        mix.add(LOUD, 0);
        mix.clear();

        mix.all(heard, 0);

        assertThat(heard).containsOnly(0);
    }

    @Test
    void gainTurnsUpAndDownWithoutTurningOver() {
        short[] samples = {1000, -1000, 32767, -32768, 7};

        Gain.decibels(20).apply(samples, 0, 4);
        assertThat(samples).containsExactly(10000, -10000, 32767, -32768, 7);

        Gain.decibels(-20).apply(samples, 0, 2);
        assertThat(samples).containsExactly(1000, -1000, 32767, -32768, 7);

        Gain.NONE.apply(samples, 0, 5);
        assertThat(samples).containsExactly(1000, -1000, 32767, -32768, 7);
    }

    @Test
    void aGainBelowNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Gain(-0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Gain(Double.NaN));
    }
}
