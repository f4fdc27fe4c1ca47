package dev.keyline.tools.report;

import dev.keyline.tools.measure.Histogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Durations as columns, five to a decade, so that microseconds and seconds fit side by side.
final class Distribution {
    private static final int PER_DECADE = 5;
    private static final double MICRO = 1e3;

    private Distribution() {}

    static List<Plot.Column> of(Histogram all) {
        var columns = new ArrayList<Plot.Column>();
        for (int i = step(all.at(0)); !all.isEmpty() && i <= step(all.max()); i++) {
            long low = i == 0 ? -1 : edge(i);
            long many = low < 0 ? all.count() - all.over(edge(1)) : all.between(low, edge(i + 1));
            columns.add(column(i, many));
        }
        return columns;
    }

    /// The column of a duration; everything up to the first edge is in the first.
    private static int step(long nanos) {
        return Math.max(0, (int) Math.floor(Math.log10(Math.max(1, nanos / MICRO)) * PER_DECADE));
    }

    private static long edge(int step) {
        return Math.round(MICRO * Math.pow(10, step / (double) PER_DECADE));
    }

    private static Plot.Column column(int step, long many) {
        var words =
                "%d between %s and %s".formatted(many, words(edge(step)), words(edge(step + 1)));
        return new Plot.Column(step % PER_DECADE == 0 ? words(edge(step)) : "", many, words);
    }

    static String words(long nanos) {
        if (nanos < 1_000_000) {
            return String.format(Locale.ROOT, "%.3g µs", nanos / 1e3).replaceAll("\\.0+ ", " ");
        }
        return nanos < 1_000_000_000
                ? String.format(Locale.ROOT, "%.3g ms", nanos / 1e6).replaceAll("\\.0+ ", " ")
                : String.format(Locale.ROOT, "%.3g s", nanos / 1e9).replaceAll("\\.0+ ", " ");
    }
}
