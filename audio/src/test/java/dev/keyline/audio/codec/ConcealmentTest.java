package dev.keyline.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConcealmentTest {
    private static final int FRAME = 160;

    private final Concealment concealment = new Concealment();

    private static short[] tone(int from, int length, double hertz) {
        var samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) (8000 * Math.sin(2 * Math.PI * hertz * (from + i) / 8000));
        }
        return samples;
    }

    private void hear(int frames, double hertz) {
        for (int i = 0; i < frames; i++) {
            concealment.heard(tone(i * FRAME, FRAME, hertz), 0, FRAME);
        }
    }

    private short[] make() {
        var samples = new short[FRAME];
        concealment.make(samples, 0, FRAME);
        return samples;
    }

    @Test
    void aVoiceGoesOnAsIfNothingWereMissing() {
        hear(5, 100);
        var made = make();
        var wanted = tone(5 * FRAME, FRAME, 100);
        for (int i = 0; i < 80; i++) {
            assertThat((int) made[i]).as("sample %s", i).isCloseTo(wanted[i], within(20));
        }
    }

    private static org.assertj.core.data.Offset<Integer> within(int value) {
        return org.assertj.core.api.Assertions.within(value);
    }

    @Test
    void itFadesAwayWithin60Milliseconds() {
        hear(5, 100);
        double before = power(make());
        double then = power(make());
        make();
        assertThat(then).isLessThan(before);
        assertThat(make()).containsOnly(0);
    }

    private static double power(short[] samples) {
        double sum = 0;
        for (short sample : samples) {
            sum += (double) sample * sample;
        }
        return sum;
    }

    @Test
    void theSeamDoesNotClick() {
        hear(5, 100);
        var made = make();
        var back = tone(6 * FRAME + 37, FRAME, 100); // out of phase
        concealment.heard(back, 0, FRAME);
        assertThat(Math.abs(back[0] - made[FRAME - 1])).isLessThan(1500);
        assertThat(back[40]).isEqualTo(tone(6 * FRAME + 37, FRAME, 100)[40]);
    }

    @Test
    void withoutALossNothingIsChanged() {
        hear(3, 100);
        var samples = tone(3 * FRAME, FRAME, 100);
        concealment.heard(samples, 0, FRAME);
        assertThat(samples).isEqualTo(tone(3 * FRAME, FRAME, 100));
    }

    @Test
    void beforeAnythingWasHeardItIsSilent() {
        assertThat(make()).containsOnly(0);
    }

    @Test
    void framesOfAnyLengthAreRemembered() {
        concealment.heard(tone(0, 1000, 100), 0, 1000);
        concealment.heard(tone(1000, 7, 100), 0, 7);
        var made = make();
        assertThat((int) made[10]).isCloseTo(tone(1017, 1, 100)[0], within(20));
    }
}
