package dev.keyline.pbx.line;

/// How a peer is watched by POKE. Times are nanoseconds.
///
/// @param limit the longest round trip of a peer that is well (`qualify`); 0 when it is not watched
/// @param whenOk between two POKEs while it is well (`qualifyfreqok`)
/// @param whenNot the same while it is not (`qualifyfreqnotok`)
/// @param smooth whether the mean of this and the last is judged (`qualifysmoothing`)
public record Qualify(long limit, long whenOk, long whenNot, boolean smooth) {
    private static final long MILLIS = 1_000_000;

    /// What `qualify=yes` means.
    static final int USUAL_MILLIS = 2000;

    public static final Qualify NEVER = new Qualify(0, 60_000 * MILLIS, 10_000 * MILLIS, false);

    public boolean isWatched() {
        return limit > 0;
    }

    /// How long to wait for a PONG: Asterisk's rule, so that a POKE is over before the next.
    public long patience(boolean isWell) {
        return isWell ? Math.min(20_000 * MILLIS + limit, whenOk / 6 * 5) : whenNot / 6 * 5;
    }

    static Qualify read(SectionReader values, Qualify before) {
        return new Qualify(
                limit(values, before),
                values.number("qualifyfreqok", 100, 86_400_000, millis(before.whenOk)) * MILLIS,
                values.number("qualifyfreqnotok", 100, 86_400_000, millis(before.whenNot)) * MILLIS,
                values.truth("qualifysmoothing").orElse(before.smooth));
    }

    private static long limit(SectionReader values, Qualify before) {
        var word = values.text("qualify").orElse("");
        if (word.isEmpty()) {
            return before.limit;
        }
        if (word.matches("\\d+")) {
            return values.number("qualify", 0, 3_600_000, USUAL_MILLIS) * MILLIS;
        }
        return values.truth("qualify").orElse(false) ? USUAL_MILLIS * MILLIS : 0;
    }

    private static int millis(long nanos) {
        return Math.toIntExact(nanos / MILLIS);
    }
}
