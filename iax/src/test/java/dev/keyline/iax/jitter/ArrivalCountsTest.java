package dev.keyline.iax.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalCountsTest {
    private static final long MILLIS = 1_000_000;

    private final ArrivalCounts counts = new ArrivalCounts();

    private void comes(int block, int at) {
        counts.heard(block * 20, 20, at * MILLIS);
    }

    @Test
    void evenArrivalsShowNothing() {
        for (int i = 0; i < 100; i++) {
            comes(i, i * 20 + 3);
        }
        assertThat(counts.statistics()).isEqualTo(new JitterStatistics(0, 0, 0, 100, 0, 0, 0));
    }

    @Test
    void aGapIsALossAndAPauseIsNone() {
        comes(0, 0);
        comes(3, 60);
        comes(100, 2000);
        assertThat(counts.statistics().lost()).isEqualTo(2);
    }

    @Test
    void whatWasOvertakenIsNotLost() {
        comes(0, 0);
        comes(2, 40);
        comes(1, 41);
        assertThat(counts.statistics().lost()).isZero();
        assertThat(counts.statistics().outOfOrder()).isEqualTo(1);
    }

    @Test
    void unevenArrivalsAreJitter() {
        for (int i = 0; i < 100; i++) {
            comes(i, i * 20 + i % 2 * 8);
        }
        assertThat(counts.statistics().jitter()).isEqualTo(8);
    }

    @Test
    void halfLostIsFiftyPercentInTheLongRun() {
        for (int i = 0; i < 5000; i++) {
            comes(i * 2, i * 40);
        }
        assertThat(counts.statistics().lossPercent()).isBetween(49, 50);
    }

    @Test
    void aRepetitionIsNoLoss() {
        comes(0, 0);
        comes(0, 1);
        assertThat(counts.statistics().lost()).isZero();
    }
}
