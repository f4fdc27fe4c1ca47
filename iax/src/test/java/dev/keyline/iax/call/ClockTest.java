package dev.keyline.iax.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.message.MediaFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ClockTest {
    private static final long MILLIS = 1_000_000;

    @Test
    void commandsAreNeverStampedTwiceTheSame() {
        var clock = new MediaClock();
        assertThat(clock.stampCommand(100 * MILLIS)).isEqualTo(3);
        assertThat(clock.stampCommand(100 * MILLIS)).isEqualTo(6);
        assertThat(clock.stampCommand(1100 * MILLIS)).isEqualTo(1000);
    }

    @Test
    void signalsStayCloseToWhatWasSentLast() {
        var clock = new MediaClock();
        clock.stampCommand(0);
        assertThat(clock.stampSignal(150 * MILLIS)).isEqualTo(6);
        assertThat(clock.stampSignal(400 * MILLIS)).isEqualTo(400);
    }

    @Test
    void voiceIsStampedByPredictionWhileItFlows() {
        var clock = new MediaClock();
        clock.stampCommand(0);
        assertThat(clock.stampVoice(1001 * MILLIS, 20)).isEqualTo(1020);
        assertThat(clock.stampVoice(1027 * MILLIS, 20)).isEqualTo(1040);
        assertThat(clock.stampVoice(1043 * MILLIS, 20)).isEqualTo(1060);
        assertThat(clock.stampVoice(1500 * MILLIS, 20)).isEqualTo(1500);
        clock.silence();
        assertThat(clock.stampVoice(1505 * MILLIS, 20)).isEqualTo(1520);
    }

    @Test
    void shortStampsAreCompletedAcrossTheWrap() {
        var clock = new HeardClock();
        clock.full(65_500);
        assertThat(clock.mini(65_520)).isEqualTo(65_520);
        assertThat(clock.mini(4)).isEqualTo(65_540);
        assertThat(clock.mini(65_530)).isEqualTo(65_530);
        assertThat(clock.mini(24)).isEqualTo(65_560);
    }

    @Property
    void aSteadyStreamIsAlwaysCompleted(
            @ForAll @IntRange(max = 20_000_000) int start,
            @ForAll @IntRange(min = 1, max = 32_000) int step) {
        var clock = new HeardClock();
        clock.full(start);
        for (int i = 1; i < 50; i++) {
            int real = start + i * step;
            assertThat(clock.mini(real & 0xFFFF)).isEqualTo(real);
        }
    }

    /// A mini frame of any stamp moves the clock by half a minute at most.
    @Property
    void noMiniFrameIsBelievedToBeAMinuteAway(
            @ForAll int before, @ForAll @IntRange(max = 0xFFFF) int low) {
        var clock = new HeardClock();
        clock.full(before);
        assertThat(Math.abs((long) (clock.mini(low) - before))).isLessThanOrEqualTo(32_768);
    }

    @Test
    void voiceHasTheLengthsOfItsFormat() {
        for (int octets : new int[] {33, 66, 330}) {
            assertThat(VoiceLength.fits(MediaFormat.GSM, octets)).isTrue();
        }
        for (int octets : new int[] {10, 20, 22, 2, 230}) {
            assertThat(VoiceLength.fits(MediaFormat.G729, octets)).isTrue();
        }
        for (int octets : new int[] {38, 50, 76, 100}) {
            assertThat(VoiceLength.fits(MediaFormat.ILBC, octets)).isTrue();
        }
        assertThat(VoiceLength.fits(MediaFormat.ULAW, 160)).isTrue();
        assertThat(VoiceLength.fits(MediaFormat.ULAW, 3201 + 8)).isFalse();
        assertThat(VoiceLength.fits(MediaFormat.GSM, 32)).isFalse();
        assertThat(VoiceLength.fits(MediaFormat.G729, 21)).isFalse();
        assertThat(VoiceLength.fits(MediaFormat.ILBC, 51)).isFalse();
        assertThat(VoiceLength.fits(MediaFormat.OPUS, 0)).isFalse();
    }
}
