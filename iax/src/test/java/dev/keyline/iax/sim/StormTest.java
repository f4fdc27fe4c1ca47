package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.endpoint.CallId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Calls under 20 % loss, reordering and duplication: they complete, nobody hears a stranger,
/// nothing is left.
class StormTest {
    private static final long SECOND = 1_000_000_000L;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void callsCompleteInAStorm(long seed) {
        var net = new Network(seed, new Weather(0.2, 0.2, 0.05, 0, 40_000_000, 120_000_000));
        var west =
                new Actor(
                                net,
                                Actor.at(2),
                                TestKeys.ring(List.of(), List.of("east")),
                                Actor.guarded(Map.of("east", Actor.rsa("east", "east"))))
                        .echoing();
        var east =
                new Actor(net, Actor.at(1), TestKeys.ring(List.of("east"), List.of()), Door.CLOSED);
        net.with(Invariants.endsHaveBeginnings(west, east));

        var calls = new ArrayList<CallId>();
        for (int i = 0; i < 3; i++) {
            calls.add(east.dial(west, Actor.key("east", "east")));
        }
        net.run(30 * SECOND);
        assertThat(east.heard(CallEvent.Answered.class)).as("seed %s", seed).hasSize(3);
        assertThat(west.heard(CallEvent.Arrived.class)).as("seed %s", seed).hasSize(3);

        calls.forEach(call -> east.speak(call, 100));
        calls.forEach(call -> east.tell(call, new Command.Press('5', true)));
        calls.forEach(call -> east.tell(call, new Command.Press('5', false)));
        net.run(40 * SECOND);
        assertThat(west.heard(CallEvent.Pressed.class)).as("seed %s", seed).hasSize(6);
        var distinct = new HashSet<>(west.heard(CallEvent.Heard.class));
        assertThat(distinct.size())
                .as("voice that came through, seed %s", seed)
                .isGreaterThan(150 / 3);

        calls.forEach(call -> east.tell(call, new Command.Finish(Cause.NORMAL)));
        net.run(40 * SECOND);
        assertThat(east.heard(CallEvent.Ended.class)).as("seed %s", seed).hasSize(3);
        assertThat(west.heard(CallEvent.Ended.class)).as("seed %s", seed).hasSize(3);
        net.run(120 * SECOND);
        assertThat(east.endpoint().isIdle()).as("east idle, seed %s", seed).isTrue();
        assertThat(west.endpoint().isIdle()).as("west idle, seed %s", seed).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aWrongKeyIsRefusedInAStormToo(long seed) {
        var net = new Network(seed, new Weather(0.2, 0.2, 0.05, 0, 40_000_000, 120_000_000));
        var west =
                new Actor(
                        net,
                        Actor.at(2),
                        TestKeys.ring(List.of(), List.of("east")),
                        Actor.guarded(Map.of("east", Actor.rsa("east", "east"))));
        var east =
                new Actor(
                        net, Actor.at(1), TestKeys.ring(List.of("other"), List.of()), Door.CLOSED);
        east.dial(west, Actor.key("east", "other"));
        net.run(150 * SECOND);
        assertThat(east.last())
                .as("seed %s", seed)
                .contains(new CallEvent.Ended(new Ending.TheyRefused(50, "No authority found")));
        assertThat(west.heard(CallEvent.Arrived.class)).isEmpty();
        assertThat(east.endpoint().isIdle()).as("east idle, seed %s", seed).isTrue();
        assertThat(west.endpoint().isIdle()).as("west idle, seed %s", seed).isTrue();
    }
}
