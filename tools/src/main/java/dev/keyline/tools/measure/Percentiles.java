package dev.keyline.tools.measure;

/// A distribution in a row of a table, in a unit of its own.
///
/// @param count how many numbers it sums up
public record Percentiles(
        long count, double mean, double p50, double p90, double p95, double p99, double max) {
    /// Sums a distribution up.
    ///
    /// @param unit so many of what was counted are one: 1e6 for nanoseconds as milliseconds
    public static Percentiles of(Histogram all, double unit) {
        return new Percentiles(
                all.count(),
                all.mean() / unit,
                all.at(0.5) / unit,
                all.at(0.9) / unit,
                all.at(0.95) / unit,
                all.at(0.99) / unit,
                all.max() / unit);
    }
}
