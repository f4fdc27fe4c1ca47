package dev.keyline.tools.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JitterTest {
    private final Jitter jitter = new Jitter();

    @Test
    void evenArrivalHasNone() {
        for (int i = 0; i < 100; i++) {
            jitter.arrived(7_000_000);
        }
        assertThat(jitter.nanos()).isZero();
    }

    @Test
    void theFirstDifferenceCountsASixteenth() {
        jitter.arrived(0);
        jitter.arrived(1600);
        assertThat(jitter.nanos()).isEqualTo(100);
    }

    @Test
    void steadyAlternationIsFoundInTheEnd() {
        for (int i = 0; i < 500; i++) {
            jitter.arrived(i % 2 * 1000L);
        }
        assertThat(jitter.nanos()).isCloseTo(1000, within(1L));
    }
}
