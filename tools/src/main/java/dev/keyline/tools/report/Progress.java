package dev.keyline.tools.report;

import dev.keyline.tools.load.Tally;
import dev.keyline.tools.load.Tally.Count;
import java.util.Locale;

/// The line that is said while a test runs.
public final class Progress {
    private Progress() {}

    public static String line(Moment now, Tally tally) {
        var line = new StringBuilder();
        add(
                line,
                "%5.0f s  %d calls, %d up",
                now.second(),
                tally.of(Count.ATTEMPTED),
                tally.live());
        add(line, ", %.0f/s", now.attempted());
        long failed = tally.of(Count.FAILED) + tally.of(Count.DROPPED);
        if (failed > 0) {
            add(line, ", %d failed", failed);
        }
        if (!Double.isNaN(now.setUpP99())) {
            add(line, "; set-up p50 %.1f p99 %.1f ms", now.setUpMedian(), now.setUpP99());
        }
        if (now.sent() + now.heard() > 0) {
            add(line, "; voice %.0f/s out %.0f/s in", now.sent(), now.heard());
            add(line, ", lost %.2f %%", 100 * tally.loss());
        }
        if (now.ownLatenessP99() > 5) {
            add(line, "; THIS SIDE IS LATE by %.1f ms", now.ownLatenessP99());
        }
        return line.toString();
    }

    @SuppressWarnings("AnnotateFormatMethod") // one annotation is not worth a library
    private static void add(StringBuilder line, String words, Object... values) {
        line.append(String.format(Locale.ROOT, words, values));
    }
}
