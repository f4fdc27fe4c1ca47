package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.jitter.JitterSettings;
import dev.keyline.iax.message.ComfortNoise;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Voice through weather that puts it out of order, with a jitter buffer at the listener's end and
/// without.
class UnevenVoiceTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long BLOCK = 20_000_000L;
    private static final Weather GUSTS = new Weather(0, 0, 0.05, 0, 1_000_000, 60_000_000);

    private final Network net = new Network(5, Weather.STILL);
    private final Actor west = Actor.called(net);
    private final Actor east = Actor.caller(net);
    private CallId call = new CallId(0);

    @BeforeEach
    void up() {
        call = east.dial(west, Actor.key("east", "east"));
        net.run(SECOND);
        net.weather(GUSTS);
    }

    private List<Integer> numbers() {
        return west.heard(CallEvent.Heard.class).stream()
                .map(heard -> (heard.payload().at(0) << 8) | heard.payload().at(1))
                .toList();
    }

    private void speak(int blocks) {
        east.speak(call, blocks);
        net.run((blocks + 50) * BLOCK);
    }

    private void buffered() {
        west.tell(west.call(), new Command.Buffer(JitterSettings.USUAL));
    }

    @Test
    void withoutABufferItComesAsItCame() {
        speak(500);
        assertThat(numbers().size()).isGreaterThan(500);
        assertThat(numbers()).isNotEqualTo(numbers().stream().sorted().toList());
    }

    @Test
    void withABufferEachBlockComesOnceInOrderAndInTime() {
        buffered();
        speak(500);
        assertThat(numbers()).doesNotHaveDuplicates().isSorted();
        assertThat(numbers().size()).isGreaterThan(490);
        var times = west.heardAt();
        for (int i = 1; i < times.size(); i++) {
            assertThat((times.get(i) - times.get(i - 1)) % BLOCK).isZero();
        }
    }

    @Test
    void lostBlocksAreMissed() {
        net.weather(GUSTS.withLoss(0.1));
        buffered();
        speak(500);
        int missed = west.heard(CallEvent.Missed.class).size();
        assertThat(missed).isBetween(30, 90);
        assertThat(numbers().size()).isBetween(420, 480);
    }

    @Test
    void comfortNoiseSaysThatNothingIsMissing() {
        net.weather(Weather.STILL);
        buffered();
        east.speak(call, 50);
        net.run(50 * BLOCK);
        east.tell(call, new Command.Carry(new ComfortNoise(0)));
        net.run(2 * SECOND);
        assertThat(numbers()).hasSize(50);
        assertThat(west.heard(CallEvent.Missed.class)).isEmpty();
    }

    @Test
    void withoutTheBufferAgainWhatWaitsComesFirst() {
        net.weather(Weather.STILL);
        buffered();
        east.speak(call, 100);
        net.run(50 * BLOCK + BLOCK / 2);
        assertThat(numbers().size()).isLessThan(51);
        west.tell(west.call(), new Command.Unbuffer());
        assertThat(numbers()).hasSize(51);
        net.run(2 * SECOND);
        assertThat(numbers()).hasSize(100).isSorted();
    }

    @Test
    void whatWaitsIsHeardBeforeTheEnd() {
        net.weather(Weather.STILL);
        buffered();
        east.speak(call, 50);
        net.run(49 * BLOCK + BLOCK / 2);
        east.tell(call, new Command.Finish(Cause.NORMAL));
        net.run(SECOND);
        assertThat(numbers()).hasSize(50);
        assertThat(west.news().getLast()).isInstanceOf(CallEvent.Ended.class);
    }

    @Test
    void aPongTellsHowWeHear() {
        net.weather(GUSTS.withLoss(0.1));
        speak(1000);
        net.weather(Weather.STILL);
        net.run(30 * SECOND);
        var seen = east.endpoint().statistics(call).orElseThrow();
        var report = seen.theirs().orElseThrow();
        assertThat(seen.roundTrip()).isPositive();
        assertThat(report.packets()).isBetween(900, 1000);
        assertThat(report.lossPercent()).isBetween(3, 20);
        assertThat(report.jitter()).isBetween(5, 40);
        assertThat(report.outOfOrder()).isGreaterThan(50);
    }

    @Test
    void withABufferThePongTellsItsDelayToo() {
        buffered();
        speak(1000);
        net.run(10 * SECOND);
        var report = east.endpoint().statistics(call).orElseThrow().theirs().orElseThrow();
        assertThat(report.jitter()).isBetween(50, 62);
        assertThat(report.dropped()).isBetween(30, 80); // the repeated ones
    }
}
