import java.util.List;
import java.util.Locale;

/// How long a server held the blocks of the probe, in microseconds, the kernel's way in and out
/// included.
///
/// @param over2 the part of them that was held longer than 2 ms
/// @param own2 the part that was so without the time in which the server's processor was away: with
///   its host, or with a thread of the kernel
record Held(
        long count,
        long lost,
        double p50,
        double p90,
        double p99,
        double p999,
        double max,
        double over2,
        double over10,
        double own2,
        double own10) {
    /// Where the probe did not run.
    static final Held NOTHING = of("");

    static final String HEADING =
            """
            | scenario | server | blocks | lost | held: half up to | 90 % | 99 % | 99.9 % | all \
            | longer than 2 ms | longer than 10 ms | by itself: longer than 2 ms | longer than 10 ms |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|""";

    /// @param json as the probe prints it
    static Held of(String json) {
        return new Held(
                (long) Result.number(json, "count"),
                (long) Result.number(json, "lost"),
                Result.number(json, "p50"),
                Result.number(json, "p90"),
                Result.number(json, "p99"),
                Result.number(json, "p999"),
                Result.number(json, "max"),
                Result.number(json, "over2"),
                Result.number(json, "over10"),
                Result.number(json, "own2"),
                Result.number(json, "own10"));
    }

    /// Of several runs the median of each figure, but all that was lost.
    static String row(String scenario, String server, List<Held> all) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %.0f us | %.0f us | %.0f us | %.0f us | %.0f us | %.3f %% | %.3f %% | %.3f %% | %.3f %% |",
                scenario,
                server,
                all.stream().mapToLong(Held::count).sum(),
                all.stream().mapToLong(Held::lost).sum(),
                Compare.median(all, Held::p50),
                Compare.median(all, Held::p90),
                Compare.median(all, Held::p99),
                Compare.median(all, Held::p999),
                Compare.median(all, Held::max),
                100 * Compare.median(all, Held::over2),
                100 * Compare.median(all, Held::over10),
                100 * Compare.median(all, Held::own2),
                100 * Compare.median(all, Held::own10));
    }
}
