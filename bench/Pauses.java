import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// For how long each collector of the JVM stops the exchange, by the JVM's own log: a thousand
/// echoed calls for a minute, in 128 MB of heap, and the probe beside them.
///
/// `java bench/Pauses.java [Serial G1 Z]`, from the root of the repository; see Compare.
final class Pauses {
    private static final Scenario SCENARIO = Scenario.HELD_1000;

    private final Stage stage;

    private Pauses(Stage stage) {
        this.stage = stage;
    }

    public static void main(String... args) throws Exception {
        var collectors = args.length > 0 ? Arrays.asList(args) : List.of("Serial", "G1", "Z");
        var pauses = new Pauses(Stage.prepared(0, ""));
        System.out.println(
                "| collector | stops | half up to | 99 % | the longest | all together"
                        + " | of them collecting | CPU of a core per call | CPU per call in all"
                        + " | held: 99 % | 99.9 % | the longest |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (var collector : collectors) {
            pauses.measure(collector);
        }
    }

    private void measure(String collector) throws Exception {
        var log = new SafepointLog(stage.file("safepoints." + collector));
        var probe = new Probe(stage, SCENARIO);
        var command = stage.exchange(options(collector, log));
        try (var run = new Run(stage, SCENARIO, command)) {
            run.warm(SCENARIO, Server.KEYLINE);
            log.skip();
            var result = run.load(SCENARIO, Server.KEYLINE, probe);
            print(collector, log.stops(), result, probe.held().orElse(Held.NOTHING));
        }
    }

    /// The serial collector as `keyline run` has it.
    private static String[] options(String collector, SafepointLog log) {
        var options = new ArrayList<>(List.of("-Xmx128m", log.option()));
        options.add("-XX:+Use" + collector + "GC");
        if (collector.equals("Serial")) {
            options.addAll(List.of("-Xms128m", "-Xmn8m", "-XX:MaxTenuringThreshold=1"));
        }
        return options.toArray(String[]::new);
    }

    private static void print(
            String collector, SafepointLog.Stops stops, Result result, Held held) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.3f ms | %.3f ms | %.3f ms | %.1f ms | %d | %.4f %% | %.0f us"
                        + " | %.0f us | %.0f us | %.0f us |%n",
                collector,
                stops.count(),
                stops.upTo(0.5),
                stops.upTo(0.99),
                stops.upTo(1),
                stops.total(),
                stops.collecting(),
                100 * result.share(),
                1e6 * result.perCall(),
                held.p99(),
                held.p999(),
                held.max());
    }
}
