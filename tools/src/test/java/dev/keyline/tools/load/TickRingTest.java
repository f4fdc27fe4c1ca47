package dev.keyline.tools.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TickRingTest {
    private static final long MILLI = 1_000_000;

    private final List<Long> skips = new ArrayList<>();
    private final TickRing<Ticker> ring = new TickRing<>(skips::add);

    private static final class Ticker implements TickRing.Ticking {
        private final List<Long> due = new ArrayList<>();
        private boolean more = true;

        @Override
        public boolean tick(long at, long now) {
            due.add(at);
            return more;
        }
    }

    private List<Ticker> add(int count) {
        var all = new ArrayList<Ticker>();
        for (int i = 0; i < count; i++) {
            var one = new Ticker();
            ring.add(one, 0);
            all.add(one);
        }
        return all;
    }

    @Test
    void fortyAreTwoAMillisecond() {
        var all = add(40);
        for (long now = MILLI; now <= 20 * MILLI; now += MILLI) {
            ring.run(now);
            long at = now;
            assertThat(all.stream().filter(one -> one.due.contains(at))).hasSize(2);
        }
        assertThat(all).allSatisfy(one -> assertThat(one.due).hasSize(1));
    }

    @Test
    void ticksAreTwentyMillisecondsApartWhateverTheLoopDoes() {
        var one = add(1).getFirst();
        ring.run(7 * MILLI);
        ring.run(100 * MILLI);
        assertThat(one.due).hasSize(5);
        for (int i = 1; i < one.due.size(); i++) {
            assertThat(one.due.get(i) - one.due.get(i - 1)).isEqualTo(20 * MILLI);
        }
    }

    @Test
    void whoIsDoneLeaves() {
        var all = add(3);
        all.get(1).more = false;
        ring.run(20 * MILLI);
        ring.run(40 * MILLI);
        assertThat(ring.size()).isEqualTo(2);
        assertThat(all.get(1).due).hasSize(1);
        assertThat(all.get(2).due).hasSize(2);
    }

    @Test
    void itIsDueWhenSomebodyIs() {
        assertThat(ring.due()).isEqualTo(Long.MAX_VALUE);
        var one = add(1).getFirst();
        long first = ring.due();
        ring.run(first);
        assertThat(one.due).containsExactly(first);
        assertThat(ring.due()).isEqualTo(first + 20 * MILLI);
    }

    @Test
    void aLongStallDoesNotEndInAFlood() {
        var one = add(1).getFirst();
        ring.run(10_000 * MILLI);
        assertThat(one.due).hasSizeLessThan(3);
        assertThat(skips).singleElement().satisfies(many -> assertThat(many).isGreaterThan(490));
    }
}
