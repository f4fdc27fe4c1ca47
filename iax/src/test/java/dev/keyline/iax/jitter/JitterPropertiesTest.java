package dev.keyline.iax.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.sim.Weather;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JitterPropertiesTest {
    /// Twice the worst of two thousand seeds.
    private static final int MOST_WASTED = 16;

    private static final long MILLIS = 1_000_000;

    /// Whatever arrives in whatever order: what comes out is in order, never twice, and not more
    /// than fits.
    @Property(tries = 300)
    void inOrderNeverTwiceAndBounded(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 3000) int spread,
            @ForAll @IntRange(min = 20, max = 2000) int longest,
            @ForAll @IntRange(min = 0, max = 12) int concealed) {
        var chance = new SplittableRandom(seed);
        var settings = new JitterSettings(longest, -1, concealed, chance.nextInt(100));
        var arrivals = Arrivals.made(400, _ -> chance.nextInt(10) > 0, _ -> way(chance, spread));
        var doubled = new ArrayList<>(arrivals);
        arrivals.stream()
                .filter(_ -> chance.nextInt(10) == 0)
                .map(a -> new Arrival(a.at() + way(chance, spread), a.timestamp()))
                .forEach(doubled::add);
        doubled.sort(java.util.Comparator.comparingLong(Arrival::at));
        var trial = Trial.of(doubled, Tried.ours(settings));
        var stamps = trial.played.stream().map(Arrival::timestamp).toList();
        assertThat(stamps).isSorted();
        assertThat(new HashSet<>(stamps)).hasSameSizeAs(stamps);
        assertThat(trial.waits).allSatisfy(wait -> assertThat(wait).isNotNegative());
    }

    /// In weather that the settings allow for, nothing that arrives is wasted.
    @Property(tries = 50)
    void whatFitsIsPlayed(@ForAll long seed, @ForAll @IntRange(min = 0, max = 38) int spread) {
        var chance = new SplittableRandom(seed);
        var arrivals = Arrivals.made(500, _ -> true, _ -> way(chance, spread));
        var trial = Trial.of(arrivals, Tried.ours(JitterSettings.USUAL));
        assertThat(trial.played).hasSize(500);
        assertThat(trial.madeUp()).isLessThan(4);
    }

    /// Any stamps at all, at any time: it does not run away.
    @Property(tries = 300)
    void nonsenseIsBounded(@ForAll List<Integer> stamps, @ForAll long seed) {
        var chance = new SplittableRandom(seed);
        var buffer = new JitterBuffer<Integer>(new JitterSettings(1000, 1000, 10, 40));
        var out = new int[1];
        long now = 0;
        for (int stamp : stamps) {
            now += chance.nextLong(100 * MILLIS);
            buffer.play(now, counting(out));
            buffer.put(stamp, stamp, 20, now);
        }
        buffer.play(now + 3_600_000 * MILLIS, counting(out));
        assertThat(out[0]).isLessThanOrEqualTo(stamps.size() * 12);
        assertThat(buffer.due()).isEqualTo(Long.MAX_VALUE);
    }

    /// The same weather as in the comparison, any seed: what arrived is played but for a few
    /// blocks. How many arrive is the weather's doing.
    @Property(tries = 20)
    void weatherIsBorne(@ForAll long seed) {
        var arrivals = Arrivals.recorded(Weather.WIFI, 1000, seed);
        var trial = Trial.of(arrivals, Tried.ours(JitterSettings.USUAL));
        assertThat(arrivals.size() - trial.played.size()).isLessThanOrEqualTo(MOST_WASTED);
    }

    /// Of a thousand blocks, path and buffer together.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void hardlyAnythingIsLostInAll(long seed) {
        var arrivals = Arrivals.recorded(Weather.WIFI, 1000, seed);
        var trial = Trial.of(arrivals, Tried.ours(JitterSettings.USUAL));
    }

    private static long way(SplittableRandom chance, int spread) {
        return 20 * MILLIS + chance.nextLong(spread * MILLIS + 1);
    }

    private static Playout<Integer> counting(int[] out) {
        return new Playout<>() {
            @Override
            public void play(Integer block) {
                out[0]++;
            }

            @Override
            public void conceal(int timestamp, int millis) {
                out[0]++;
            }
        };
    }
}
