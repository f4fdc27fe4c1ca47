package dev.keyline.iax.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DelayHistoryTest {
    private final DelayHistory history = new DelayHistory();

    @Test
    void itBeginsWithNothing() {
        assertThat(history.jitter()).isZero();
    }

    /// Against the plain way: sort the last 500 each time.
    @Property(tries = 50)
    void itKnowsTheExtremesOfTheLast500(
            @ForAll @Size(min = 1, max = 1500)
                    List<@IntRange(min = -50, max = 50) Integer> delays) {
        var fresh = new DelayHistory();
        var last = new ArrayDeque<Integer>();
        for (int delay : delays) {
            fresh.add(delay);
            last.addLast(delay);
            if (last.size() > 500) {
                last.removeFirst();
            }
            var sorted = last.stream().sorted().toList();
            int rare = sorted.size() * 3 / 100;
            assertThat(fresh.fast()).isEqualTo((long) sorted.get(rare));
            assertThat(fresh.slow()).isEqualTo((long) sorted.get(sorted.size() - 1 - rare));
        }
    }
}
