package dev.keyline.tools.report;

import dev.keyline.tools.load.Tally.Count;
import dev.keyline.tools.load.Tally.Measure;
import dev.keyline.tools.measure.Percentiles;
import dev.keyline.tools.page.Html;
import dev.keyline.tools.report.Plot.Series;
import dev.keyline.tools.text.Template;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// A run as a page for a browser that needs nothing but itself.
public final class RunPage {
    private static final Map<Measure, String> TIMES =
            new EnumMap<>(
                    Map.of(
                            Measure.SET_UP, "Set-up",
                            Measure.ACCEPTANCE, "Accepted",
                            Measure.ROUND_TRIP, "Voice there and back",
                            Measure.LATENESS, "Later than the fastest",
                            Measure.JITTER, "Jitter of a call",
                            Measure.PING, "PING",
                            Measure.OWN_LATENESS, "The generator was late by"));

    private final Run run;

    private RunPage(Run run) {
        this.run = run;
    }

    public static String of(Run run) {
        var page = new RunPage(run);
        return Template.fill(
                RunPage.class,
                "load.html",
                Map.of(
                        "TITLE", Html.text(run.title()),
                        "WHEN", Html.text(page.when()),
                        "FIGURES", page.figures(),
                        "TIMES", page.times(),
                        "REASONS", page.reasons(),
                        "PLOTS", page.plots(),
                        "SETTINGS", page.settings()));
    }

    private String when() {
        return String.format(
                Locale.ROOT,
                "%s, %.1f s",
                run.began().truncatedTo(ChronoUnit.SECONDS),
                run.seconds());
    }

    private String figures() {
        var all = new StringBuilder();
        all.append(figure("%d".formatted(run.of(Count.ATTEMPTED)), "calls attempted", ""));
        all.append(figure("%d".formatted(run.of(Count.ANSWERED)), "answered", ""));
        long failed = run.of(Count.FAILED) + run.of(Count.DROPPED);
        var kind = failed > 0 ? "bad" : "good";
        all.append(figure("%d".formatted(failed), "failed or dropped", kind));
        all.append(figure("%d".formatted(run.most()), "at once", ""));
        if (run.of(Count.EXPECTED) > 0) {
            double lost = 100 * run.tally().loss();
            all.append(figure(percent(lost), "of voice lost", lost > 1 ? "bad" : "good"));
        }
        var opinion = run.tally().of(Measure.OPINION);
        if (!opinion.isEmpty()) {
            double score = opinion.at(0.01) / 1000.0;
            var words = "opinion score that 99 % of calls reach";
            all.append(figure("%.2f".formatted(score), words, score < 3.6 ? "bad" : "good"));
        }
        run.server().ifPresent(server -> all.append(cost(server)));
        return all.append(cost(run.own())).toString();
    }

    private String cost(Cpu cpu) {
        double cores = cpu.seconds() / Math.max(1e-3, run.seconds());
        return figure(String.format(Locale.ROOT, "%.2f", cores), "cores used by " + cpu.who(), "");
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.3g %%", value);
    }

    private static String figure(String number, String words, String kind) {
        return "<div class=\"figure %s\"><b>%s</b><span>%s</span></div>\n"
                .formatted(kind, Html.text(number), Html.text(words));
    }

    private String times() {
        var rows = new StringBuilder();
        for (var measure : Measure.values()) {
            var all = run.tally().of(measure);
            if (!all.isEmpty() && TIMES.containsKey(measure)) {
                rows.append(row(TIMES.get(measure), Percentiles.of(all, 1e6)));
            }
        }
        return rows.toString();
    }

    private static String row(String name, Percentiles it) {
        var row = new StringBuilder("<tr><th scope=\"row\">" + Html.text(name) + "</th>");
        row.append("<td>%d</td>".formatted(it.count()));
        for (double value : new double[] {it.p50(), it.p90(), it.p95(), it.p99(), it.max()}) {
            row.append(
                    String.format(
                            Locale.ROOT, value < 10 ? "<td>%.2f</td>" : "<td>%.1f</td>", value));
        }
        return row.append("</tr>\n").toString();
    }

    private String reasons() {
        if (run.tally().reasons().isEmpty()) {
            return "<p>No call failed.</p>";
        }
        var rows = new StringBuilder("<ul class=\"reasons\">");
        run.tally()
                .reasons()
                .forEach(
                        (words, times) ->
                                rows.append("<li><b>%d</b> ".formatted(times))
                                        .append(Html.text(words))
                                        .append("</li>\n"));
        return rows.append("</ul>").toString();
    }

    private String plots() {
        var seen = run.moments();
        return Plot.over(seen, "Calls at once", new Series("", Moment::live))
                + Plot.over(
                        seen,
                        "Calls a second",
                        new Series("attempted", Moment::attempted),
                        new Series("answered", Moment::answered),
                        new Series("failed", Moment::failed))
                + Plot.over(
                        seen,
                        "Set-up, milliseconds",
                        new Series("p50", Moment::setUpMedian),
                        new Series("p99", Moment::setUpP99))
                + Plot.columns("Set-up, calls", Distribution.of(run.tally().of(Measure.SET_UP)))
                + voice()
                + Plot.over(
                        seen,
                        "Processor, cores",
                        new Series("generator", Moment::ownCpu),
                        new Series("server", Moment::serverCpu));
    }

    private String voice() {
        if (run.of(Count.SENT) + run.of(Count.HEARD) == 0) {
            return "";
        }
        var seen = run.moments();
        var plots =
                Plot.over(
                                seen,
                                "Blocks of voice a second",
                                new Series("sent", Moment::sent),
                                new Series("heard", Moment::heard))
                        + Plot.over(
                                seen,
                                "Lateness p99, milliseconds",
                                new Series("of echoes", Moment::latenessP99),
                                new Series("of the generator", Moment::ownLatenessP99));
        var trips = run.tally().of(Measure.ROUND_TRIP);
        return trips.isEmpty()
                ? plots
                : plots + Plot.columns("Voice there and back, blocks", Distribution.of(trips));
    }

    private String settings() {
        var list = new StringBuilder("<dl>");
        run.settings()
                .forEach(
                        (name, value) ->
                                list.append("<dt>%s</dt>".formatted(Html.text(name)))
                                        .append("<dd>%s</dd>%n".formatted(Html.text(value))));
        return list.append("</dl>").toString();
    }
}
