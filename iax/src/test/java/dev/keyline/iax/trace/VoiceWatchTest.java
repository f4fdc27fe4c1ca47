package dev.keyline.iax.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VoiceWatchTest {
    private static final long MILLI = 1_000_000;

    private final VoiceWatch watch = new VoiceWatch();

    private void steadily(int from, int blocks) {
        for (int i = 0; i < blocks; i++) {
            int stamp = from + i * 20;
            assertThat(watch.mini(stamp & 0xFFFF, stamp * MILLI)).isEmpty();
        }
    }

    @Test
    void evenVoiceIsNotRemarkedUpon() {
        steadily(0, 5_000); // more than a minute: the stamp wraps
        assertThat(watch.blocks()).isEqualTo(5_000);
        assertThat(watch.late()).isZero();
        assertThat(watch.missing()).isZero();
        assertThat(watch.jitter()).isZero();
    }

    @Test
    void aLateBlockIsSaidToBe() {
        steadily(0, 10);
        assertThat(watch.mini(200, 270 * MILLI)).containsExactly("late by 70 ms");
        assertThat(watch.late()).isEqualTo(1);
        assertThat(watch.worst()).isEqualTo(70);
        assertThat(watch.jitter()).isBetween(4, 5);
    }

    @Test
    void whatIsMissingIsCounted() {
        steadily(0, 10);
        assertThat(watch.mini(240, 240 * MILLI)).containsExactly("after a gap of 40 ms");
        assertThat(watch.missing()).isEqualTo(40);
    }

    @Test
    void whatWasOvertakenIsSaid() {
        steadily(0, 10);
        assertThat(watch.mini(240, 240 * MILLI)).isNotEmpty();
        assertThat(watch.mini(220, 241 * MILLI)).containsExactly("overtaken");
        assertThat(watch.reordered()).isEqualTo(1);
    }

    @Test
    void aLongPauseDoesNotConfuseTheClock() {
        steadily(0, 10);
        assertThat(watch.mini(120_180 & 0xFFFF, 120_180 * MILLI))
                .containsExactly("after a gap of 119980 ms");
        assertThat(watch.late()).isZero();
    }
}
