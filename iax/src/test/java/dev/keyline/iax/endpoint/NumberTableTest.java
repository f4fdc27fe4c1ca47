package dev.keyline.iax.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// The table behaves as a map from numbers does.
class NumberTableTest {
    /// Even numbers are put, odd ones taken away; few of them, so that they meet often.
    @Property(tries = 500)
    void holdsWhatAMapWould(
            @ForAll @Size(max = 200) List<@IntRange(max = 255) Integer> wishes,
            @ForAll @IntRange(min = 1, max = 129) int spread) {
        var map = new HashMap<Integer, String>();
        var table = new NumberTable<String>();
        for (int wish : wishes) {
            int number = wish / 2 * spread;
            if (wish % 2 == 0) {
                map.put(number, "of " + number);
                table.put(number, "of " + number);
            } else {
                map.remove(number);
                table.remove(number);
            }
        }
        assertThat(table.size()).isEqualTo(map.size());
        for (int number = 0; number <= 0x7FFF; number++) {
            assertThat(table.get(number)).isEqualTo(map.get(number));
        }
    }

    @Test
    void allNumbersFit() {
        var table = new NumberTable<Integer>();
        for (int number = 0; number <= 0x7FFF; number++) {
            table.put(number, number);
        }
        for (int number = 0; number <= 0x7FFF; number++) {
            assertThat(table.get(number)).isEqualTo(number);
        }
        table.removeIf(number -> number % 3 != 0);
        assertThat(table.size()).isEqualTo(0x8000 / 3 + 1);
        assertThat(table.get(3)).isEqualTo(3);
        assertThat(table.get(4)).isNull();
    }

    @Test
    void somebodyElsesNumberStays() {
        var table = new NumberTable<String>();
        table.put(7, "mine");
        table.remove(7, "yours");
        assertThat(table.get(7)).isEqualTo("mine");
        table.remove(7, "mine");
        assertThat(table.get(7)).isNull();
    }
}
