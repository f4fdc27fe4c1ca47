package dev.keyline.tools.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private static Histogram of(long... numbers) {
        var histogram = new Histogram();
        for (long number : numbers) {
            histogram.record(number);
        }
        return histogram;
    }

    @Property
    void noPercentileIsOffByMoreThanAWidth(
            @ForAll @LongRange(min = 0, max = Histogram.LARGEST) long number) {
        var histogram = of(number, Histogram.LARGEST);
        assertThat(histogram.at(0.5)).isBetween(number, number + number / 64);
    }

    @Test
    void percentilesOfAThousand() {
        var histogram = new Histogram();
        for (int i = 1; i <= 1000; i++) {
            histogram.record(i * 1_000_000L);
        }
        assertThat(histogram.at(0.5) / 1e6).isCloseTo(500, within(8.0));
        assertThat(histogram.at(0.99) / 1e6).isCloseTo(990, within(16.0));
        assertThat(histogram.at(1)).isEqualTo(1_000_000_000L).isEqualTo(histogram.max());
        assertThat(histogram.mean()).isEqualTo(500.5e6);
    }

    @Test
    void smallNumbersAreExact() {
        assertThat(of(1, 2, 3, 63).at(0.75)).isEqualTo(3);
        assertThat(of(0, 63).over(62)).isEqualTo(1);
        assertThat(of(10, 20, 30).between(10, 20)).isEqualTo(1);
    }

    @Test
    void whatIsOutOfRangeCountsAtTheEdge() {
        assertThat(of(-5).max()).isZero();
        assertThat(of(Long.MAX_VALUE).at(0.5)).isEqualTo(Histogram.LARGEST);
    }

    @Test
    void nothingCountedIsZero() {
        assertThat(new Histogram().at(0.99)).isZero();
        assertThat(new Histogram().mean()).isZero();
        assertThat(new Histogram().isEmpty()).isTrue();
    }

    @Test
    void whatCameSinceACopy() {
        var all = of(5, 7);
        var earlier = all.copy();
        all.record(40);
        var since = all.since(earlier);
        assertThat(since.count()).isEqualTo(1);
        assertThat(since.at(0.5)).isEqualTo(40);
        assertThat(since.max()).isEqualTo(40);
        assertThat(earlier.count()).isEqualTo(2);
    }

    @Test
    void twoBecomeOne() {
        var all = of(1, 2);
        all.add(of(50));
        assertThat(all.count()).isEqualTo(3);
        assertThat(all.max()).isEqualTo(50);
        assertThat(Percentiles.of(all, 10).p50()).isEqualTo(0.2);
    }
}
