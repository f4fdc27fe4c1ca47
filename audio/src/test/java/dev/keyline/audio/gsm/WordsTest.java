package dev.keyline.audio.gsm;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void theOneProductThatDoesNotFitSaturates() {
        assertThat(Words.mult(-32768, -32768)).isEqualTo(32767);
        assertThat(Words.multRounded(-32768, -32768)).isEqualTo(32767);
        assertThat(Words.mult(-32768, 32767)).isEqualTo(-32767);
    }

    @Test
    void halfIsRoundedUp() {
        assertThat(Words.multRounded(1, 16384)).isEqualTo(1);
        assertThat(Words.multRounded(-1, 16384)).isZero();
        assertThat(Words.mult(1, 32767)).isZero();
    }

    @Property
    void headroomIsWhatIsLeftBeforeTheSign(@ForAll int value) {
        int room = Words.headroom(value == 0 ? 1 : value);
        int moved = (value == 0 ? 1 : value) << room;

        assertThat(moved < 0).isEqualTo(value < 0);
        assertThat((moved ^ (moved << 1)) < 0).isTrue();
    }

    @Property
    void aFractionIsTheLargestThatIsNotTooLarge(@ForAll short a, @ForAll short b) {
        int whole = Math.max(1, Math.max(Words.abs(a), Words.abs(b)));
        int part = Math.min(Words.abs(a), Words.abs(b));
        int fraction = Words.divide(part, whole);

        assertThat((long) fraction * whole).isLessThanOrEqualTo((long) part << 15);
        assertThat(fraction == 32767 || (fraction + 1L) * whole > (long) part << 15).isTrue();
    }
}
