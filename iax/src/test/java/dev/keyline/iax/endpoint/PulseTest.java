package dev.keyline.iax.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.message.LagRequest;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.Ping;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/// PING and LAGRQ come as often as they should, and those of many calls together.
class PulseTest {
    private static final long MILLI = 1_000_000;
    private static final long MOMENT = 20 * MILLI;

    private static Pulse started(long now) {
        var pulse = new Pulse(Config.USUAL);
        pulse.start(now);
        return pulse;
    }

    @Test
    void aThousandCallsAskAtFiftyMomentsASecond() {
        long moments =
                LongStream.range(0, 1000).map(i -> started(i * MILLI).next()).distinct().count();
        assertThat(moments).isEqualTo(51);
    }

    @Property(tries = 100)
    void theNextQuestionIsNeverNow(
            @ForAll @LongRange(max = 1_000 * MILLI) long now,
            @ForAll @LongRange(min = 1, max = 100 * MILLI) long pause) {
        var usual = Config.USUAL;
        var pulse =
                new Pulse(
                        new Config(
                                usual.limits(),
                                usual.pace(),
                                usual.delays(),
                                pause,
                                pause,
                                usual.trunk(),
                                usual.registering()));
        pulse.start(now);
        assertThat(pulse.next()).isGreaterThan(now);
    }

    /// @param late how late the loop is each time
    @Property(tries = 100)
    void aLoopThatIsLateDoesNotSlowItDown(
            @ForAll @LongRange(max = 1_000_000 * MILLI) long begin,
            @ForAll @LongRange(max = MOMENT / 2 - 1) long late) {
        var pulse = started(begin);
        List<Message> said = new ArrayList<>();
        int beats = 0;
        for (long now = pulse.next(); said.size() < 200; now = pulse.next()) {
            pulse.beat(now + late, 0, said::add);
            beats++;
        }
        assertThat(beats).isLessThanOrEqualTo(said.size());
        long lasted = pulse.next() - begin;
        long lags = said.stream().filter(LagRequest.class::isInstance).count();
        long pings = said.stream().filter(Ping.class::isInstance).count();
        assertThat(lasted / Config.USUAL.lagEvery()).isBetween(lags - 1, lags + 1);
        assertThat(lasted / Config.USUAL.pingEvery()).isBetween(pings - 1, pings + 1);
    }

    @Test
    void whileVoiceComesNobodyIsAskedWhetherHeIsThere() {
        var pulse = started(0);
        assertThat(saidAt(pulse, 10, 500)).isEmpty();
        assertThat(saidAt(pulse, 20, 501)).isEmpty();
        assertThat(saidAt(pulse, 30, 501)).containsExactly(new Ping(), new LagRequest());
        assertThat(saidAt(pulse, 40, 501)).containsExactly(new LagRequest());
        assertThat(saidAt(pulse, 50, 502)).isEmpty();
    }

    private static List<Message> saidAt(Pulse pulse, int seconds, int blocks) {
        List<Message> said = new ArrayList<>();
        pulse.beat(seconds * 1000L * MILLI, blocks, said::add);
        return said;
    }
}
