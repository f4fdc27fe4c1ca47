import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Where Keyline's time goes in each scenario of Compare that keeps on, and what its loop allocates
/// meanwhile, by the JVM's own flight recorder.
///
/// `java bench/Profile.java [scenario...]`, from the root of the repository, on Linux.
final class Profile {
    private static final int HOTTEST = 3;
    private static final int BLOCKS_A_SECOND = 50;

    /// Long enough for some hundred samples of a server that has little to do.
    private static final int SECONDS = 30;

    /// The compiler notes for every instruction where it comes from, and not only for those where a
    /// thread can be stopped: the recorder would name the next of those.
    private static final String[] EXACT = {
        "-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints"
    };

    private final Stage stage;

    private Profile(Stage stage) {
        this.stage = stage;
    }

    public static void main(String... args) throws Exception {
        var profile = new Profile(Stage.prepared(0, ""));
        System.out.println(
                "| scenario | samples | the hottest places | allocated by the loop in a second"
                        + " | for each block, or call that comes and goes |");
        System.out.println("|---|---|---|---|---|");
        for (var scenario : Scenario.named(Arrays.asList(args))) {
            profile.measure(scenario);
        }
    }

    private void measure(Scenario scenario) throws Exception {
        var recorder = new Recorder(stage.file(scenario.name() + ".jfr"));
        try (var run = new Run(stage, scenario, stage.exchange(EXACT))) {
            run.warm(scenario, Server.KEYLINE);
            run.load(scenario.lasting(SECONDS), Server.KEYLINE, recorder);
        }
        print(scenario, recorder.recording());
    }

    private static void print(Scenario scenario, Recording recording) {
        double pieces = scenario.calls() * (scenario.isFleeting() ? 1.0 : BLOCKS_A_SECOND);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %.1f kB | %.1f octets |%n",
                scenario.name(),
                recording.samples(),
                words(recording.hottest(HOTTEST)),
                recording.allocated() / 1000,
                recording.allocated() / pieces);
    }

    private static String words(List<Recording.Place> places) {
        return places.stream()
                .map(it -> String.format(Locale.ROOT, "`%s` %.0f %%", it.name(), 100 * it.share()))
                .collect(joining(", "));
    }
}
