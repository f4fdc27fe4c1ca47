package dev.keyline.tools.report;

import dev.keyline.tools.load.Tally.Count;
import dev.keyline.tools.load.Tally.Measure;
import dev.keyline.tools.measure.Percentiles;
import dev.keyline.tools.text.Plain;
import java.util.List;
import java.util.Locale;

/// A run for people, in 80 columns.
public final class Table {
    private static final String ROW = "  %-24s%9d%9s%9s%9s%9s%9s%n";

    /// Milliseconds beyond which blocks are counted as late.
    static final List<Integer> LATE = List.of(2, 10, 20, 40, 100);

    private final Run run;
    private final StringBuilder text = new StringBuilder();

    private Table(Run run) {
        this.run = run;
    }

    public static String of(Run run) {
        var table = new Table(run);
        table.calls();
        table.times();
        table.voice();
        table.reasons();
        table.cpu();
        return table.text.toString();
    }

    @SuppressWarnings("AnnotateFormatMethod") // one annotation is not worth a library
    private void say(String words, Object... values) {
        text.append(String.format(Locale.ROOT, words, values));
    }

    private void calls() {
        say(
                "Calls   %d attempted, %d answered, %d completed, %d failed, %d dropped%n",
                run.of(Count.ATTEMPTED),
                run.of(Count.ANSWERED),
                run.of(Count.COMPLETED),
                run.of(Count.FAILED),
                run.of(Count.DROPPED));
        say("        in %.1f s, at most %d at once%n%n", run.seconds(), run.most());
    }

    private void times() {
        say(
                "  %-24s%9s%9s%9s%9s%9s%9s%n",
                "milliseconds", "count", "p50", "p90", "p95", "p99", "max");
        times("set-up", Measure.SET_UP);
        times("accepted", Measure.ACCEPTANCE);
        times("voice there and back", Measure.ROUND_TRIP);
        times("later than the fastest", Measure.LATENESS);
        times("jitter of a call", Measure.JITTER);
        times("PING", Measure.PING);
        times("this side was late by", Measure.OWN_LATENESS);
        opinion();
    }

    private void times(String name, Measure what) {
        var all = run.tally().of(what);
        if (!all.isEmpty()) {
            var it = Percentiles.of(all, 1e6);
            say(
                    ROW,
                    name,
                    it.count(),
                    millis(it.p50()),
                    millis(it.p90()),
                    millis(it.p95()),
                    millis(it.p99()),
                    millis(it.max()));
        }
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }

    /// Of opinions the low ones matter.
    private void opinion() {
        var all = run.tally().of(Measure.OPINION);
        if (!all.isEmpty()) {
            say(
                    "%n  opinion score, estimated: half of the calls have %.2f or more, 99 %% have"
                            + " %.2f or more%n",
                    all.at(0.5) / 1000.0, all.at(0.01) / 1000.0);
        }
    }

    private void voice() {
        if (run.of(Count.SENT) + run.of(Count.HEARD) == 0) {
            return;
        }
        say("%nVoice   %d blocks sent, %d heard", run.of(Count.SENT), run.of(Count.HEARD));
        say("%n");
        if (run.of(Count.EXPECTED) > 0) {
            echoes();
        }
        oddity(Count.MUTE, "calls in which nothing was heard");
        oddity(Count.TWICE, "blocks came back twice");
        oddity(Count.STRAYED, "blocks came back in another call: somebody mixes calls up");
        oddity(Count.SKIPPED, "blocks were left out because this side was too late");
    }

    private void echoes() {
        say(
                "        %d of %d echoes came, %.3f %% lost%n",
                run.of(Count.ECHOED), run.of(Count.EXPECTED), 100 * run.tally().loss());
        say("        later than the fastest by more than");
        for (int millis : LATE) {
            double part = run.tally().laterThan(millis);
            say("%s %d ms: %.3f %%", millis == LATE.getFirst() ? "" : ",", millis, 100 * part);
        }
        say("%n");
    }

    private void oddity(Count what, String words) {
        if (run.of(what) > 0) {
            say("        %d %s%n", run.of(what), words);
        }
    }

    private void reasons() {
        if (!run.tally().reasons().isEmpty()) {
            say("%nWhy calls failed or were dropped%n");
            run.tally()
                    .reasons()
                    .forEach((words, times) -> say("%8d  %s%n", times, Plain.of(words)));
        }
    }

    private void cpu() {
        say("%nCPU     %s%n", cost(run.own()));
        run.server().ifPresent(server -> say("        %s%n", cost(server)));
    }

    private String cost(Cpu cpu) {
        return String.format(
                Locale.ROOT,
                "%s: %.2f s, %.2f cores, %.2f ms for each call, %.3f ms for each second of a call",
                cpu.who(),
                cpu.seconds(),
                cpu.seconds() / Math.max(1e-3, run.seconds()),
                1e3 * cpu.seconds() / Math.max(1, run.of(Count.ATTEMPTED)),
                1e3 * cpu.seconds() / Math.max(1, run.callSeconds()));
    }
}
