package dev.keyline.tools.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PacingTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long NEVER = Long.MAX_VALUE;

    @Test
    void callsAreEvenlySpaced() {
        var pacing = new Pacing(50, 0, 100, NEVER);
        assertThat(pacing.begin(0)).isZero();
        assertThat(pacing.begin(1)).isEqualTo(SECOND / 50);
        assertThat(pacing.begin(99)).isEqualTo(99 * SECOND / 50);
    }

    @Test
    void thereAreNoMoreThanWished() {
        assertThat(new Pacing(50, 0, 100, NEVER).begin(100)).isEqualTo(NEVER);
        assertThat(new Pacing(50, 0, NEVER, 2 * SECOND).begin(99)).isLessThan(2 * SECOND);
        assertThat(new Pacing(50, 0, NEVER, 2 * SECOND).begin(100)).isEqualTo(NEVER);
    }

    /// In the ramp half of the calls begin that would without it.
    @Test
    void theRampGrowsFromNothingToTheRate() {
        var pacing = new Pacing(50, 10 * SECOND, 10_000, NEVER);
        assertThat(pacing.begin(0)).isZero();
        assertThat(pacing.begin(250)).isEqualTo(10 * SECOND);
        assertThat(pacing.begin(300)).isEqualTo(11 * SECOND);
        long atHalf = 0;
        while (pacing.begin(atHalf) < 5 * SECOND) {
            atHalf++;
        }
        assertThat(atHalf).isEqualTo(63);
    }
}
