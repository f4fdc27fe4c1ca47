package dev.keyline.tools.report;

import dev.keyline.tools.load.Tally.Count;
import dev.keyline.tools.load.Tally.Measure;
import dev.keyline.tools.measure.Percentiles;
import dev.keyline.tools.text.Json;
import java.util.Locale;

/// A run for programs: one object. Durations are milliseconds unless a name says otherwise.
public final class RunJson {
    private RunJson() {}

    public static Json of(Run run) {
        var settings = new Json();
        run.settings().forEach(settings::with);
        var json =
                new Json()
                        .with("title", run.title())
                        .with("began", run.began())
                        .with("seconds", run.seconds())
                        .with("settings", settings)
                        .with("counts", counts(run))
                        .with("most", run.most())
                        .with("callSeconds", run.callSeconds())
                        .with("loss", run.tally().loss())
                        .with("milliseconds", times(run))
                        .with("laterThan", late(run))
                        .with("opinion", opinion(run))
                        .with("reasons", reasons(run))
                        .with("cpu", cpu(run.own()));
        run.server().ifPresent(server -> json.with("serverCpu", cpu(server)));
        return json.with("moments", run.moments().stream().map(RunJson::of).toList());
    }

    private static Json counts(Run run) {
        var json = new Json();
        for (var count : Count.values()) {
            json.with(name(count), run.of(count));
        }
        return json;
    }

    /// `SET_UP` as `setUp`.
    private static String name(Enum<?> constant) {
        var name = new StringBuilder();
        boolean begins = false;
        for (char letter : constant.name().toLowerCase(Locale.ROOT).toCharArray()) {
            if (letter != '_') {
                name.append(begins ? Character.toUpperCase(letter) : letter);
            }
            begins = letter == '_';
        }
        return name.toString();
    }

    private static Json times(Run run) {
        var json = new Json();
        for (var measure : Measure.values()) {
            if (measure != Measure.OPINION) {
                json.with(name(measure), of(Percentiles.of(run.tally().of(measure), 1e6)));
            }
        }
        return json;
    }

    /// The parts of all blocks that were later than the fastest by more than so many milliseconds.
    private static Json late(Run run) {
        var json = new Json();
        Table.LATE.forEach(
                millis -> json.with(Integer.toString(millis), run.tally().laterThan(millis)));
        return json;
    }

    private static Json of(Percentiles it) {
        return new Json()
                .with("count", it.count())
                .with("mean", it.mean())
                .with("p50", it.p50())
                .with("p90", it.p90())
                .with("p95", it.p95())
                .with("p99", it.p99())
                .with("max", it.max());
    }

    private static Json opinion(Run run) {
        var all = run.tally().of(Measure.OPINION);
        return new Json()
                .with("count", all.count())
                .with("mean", all.mean() / 1000)
                .with("p1", all.at(0.01) / 1000.0)
                .with("p5", all.at(0.05) / 1000.0)
                .with("p50", all.at(0.5) / 1000.0);
    }

    private static Json reasons(Run run) {
        var json = new Json();
        run.tally().reasons().forEach(json::with);
        return json;
    }

    private static Json cpu(Cpu cpu) {
        return new Json().with("process", cpu.who()).with("seconds", cpu.seconds());
    }

    private static Json of(Moment it) {
        return new Json()
                .with("second", it.second())
                .with("attempted", it.attempted())
                .with("answered", it.answered())
                .with("failed", it.failed())
                .with("live", it.live())
                .with("setUpP50", it.setUpMedian())
                .with("setUpP99", it.setUpP99())
                .with("sent", it.sent())
                .with("heard", it.heard())
                .with("latenessP99", it.latenessP99())
                .with("latenessMax", it.latenessMax())
                .with("ownLatenessP99", it.ownLatenessP99())
                .with("ownCpu", it.ownCpu())
                .with("serverCpu", it.serverCpu());
    }
}
