package dev.keyline.iax.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// What is over is remembered as a map in the order of time would.
class RecentTest {
    /// Three of four wishes remember something, the fourth forgets the oldest; the numbers meet
    /// often in a small ring.
    @Property(tries = 500)
    void remembersWhatAMapWould(
            @ForAll @Size(max = 300) List<@IntRange(max = 255) Integer> wishes,
            @ForAll @IntRange(min = 1, max = 129) int spread,
            @ForAll @IntRange(min = 2, max = 4) int forgets) {
        var map = new LinkedHashMap<Long, Long>();
        var recent = new Recent();
        long time = 0;
        for (int wish : wishes) {
            long number = (long) wish * spread;
            if (wish % forgets == 0 && !map.isEmpty()) {
                var oldest = map.pollFirstEntry();
                assertThat(recent.oldest()).isEqualTo(oldest.getValue());
                assertThat(recent.forget()).isEqualTo(oldest.getKey());
            } else if (!map.containsKey(number)) {
                map.put(number, ++time);
                recent.add(number, -number, time);
            }
            assertThat(recent.size()).isEqualTo(map.size());
        }
        for (long number = 0; number <= 255L * spread; number += spread) {
            assertThat(recent.knows(number)).isEqualTo(map.containsKey(number));
        }
        map.forEach((number, _) -> assertThat(recent.word(number)).isEqualTo(-number));
    }

    @Test
    void allNumbersOfAnAddressRest_andWakeInTheirOrder() {
        var recent = new Recent();
        for (int number = 0; number <= 0x7FFF; number++) {
            recent.add(number, 0x7FFF - number, 2L * number);
        }
        assertThat(recent.word(3)).isEqualTo(0x7FFC);
        for (int number = 0; number <= 0x7FFF; number++) {
            assertThat(recent.oldest()).isEqualTo(2L * number);
            assertThat(recent.forget()).isEqualTo(number);
            assertThat(recent.knows(number)).isFalse();
        }
        assertThat(recent.isEmpty()).isTrue();
    }

    @Test
    void numbersAtTheEndsOfTheRangeAreKnown() {
        var recent = new Recent();
        for (var number : List.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE)) {
            recent.add(number, 7, 0);
        }
        assertThat(recent.knows(Long.MIN_VALUE)).isTrue();
        assertThat(recent.knows(1)).isFalse();
        assertThat(recent.forget()).isEqualTo(Long.MIN_VALUE);
        assertThat(recent.knows(Long.MAX_VALUE)).isTrue();
    }
}
