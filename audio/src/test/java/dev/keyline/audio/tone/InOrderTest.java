package dev.keyline.audio.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class InOrderTest {
    private static final int DISTANCE = 2;

    @Test
    void oneStrayBlockDoesNotHideTheRest() {
        var row = new InOrder(10);
        row.add(0, new int[] {5});
        row.add(10, new int[] {500});
        row.add(20, new int[] {5, 480});
        row.add(30, new int[] {5});

        assertThat(row.longest()).isEqualTo(3);
    }

    @Test
    void onePlaceIsOneBlock() {
        var row = new InOrder(10);
        for (int at = 0; at < 100; at += 10) {
            row.add(at, new int[] {40 - at});
        }

        assertThat(row.longest()).isEqualTo(1);
    }

    @Property
    void theRowIsTheLongestThereIs(
            @ForAll @Size(max = 8) List<@Size(max = 3) List<@IntRange(max = 20) Integer>> places) {
        var row = new InOrder(DISTANCE);
        for (List<Integer> block : places) {
            row.add(0, block.stream().mapToInt(Integer::intValue).toArray());
        }

        assertThat(row.longest()).isEqualTo(longest(places, 0, -DISTANCE));
    }

    /// By trying everything.
    private static int longest(List<List<Integer>> places, int from, int end) {
        if (from == places.size()) {
            return 0;
        }
        int best = longest(places, from + 1, end);
        for (int place : places.get(from)) {
            if (place >= end + DISTANCE) {
                best = Math.max(best, 1 + longest(places, from + 1, place));
            }
        }
        return best;
    }
}
