import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Measures Keyline, the Asterisk that KEYLINE_ASTERISK names, and an echo that is no exchange
/// (`echo.c`), with the same calls of `keyline load` and the same configuration files, in turn, one
/// round of all after the other, so that what the machine does besides disturbs all alike. Prints
/// tables for docs/measurements.
///
/// `java bench/Compare.java [rounds [scenario...]]`, from the root of the repository, on Linux with
/// `taskset`: the server has processor 0, generator, probe and answering side have processor 1.
final class Compare {
    private final Stage stage;

    private final Map<Case, List<Round>> all = new LinkedHashMap<>();

    private record Case(Scenario scenario, Server server) {
        String row(List<Round> rounds) {
            var results = rounds.stream().map(Round::result).toList();
            return Result.row(scenario.name(), server.title(), results);
        }
    }

    private record Round(Result result, Optional<Held> held) {}

    private Compare(Stage stage) {
        this.stage = stage;
    }

    public static void main(String... args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        var scenarios = Scenario.named(Arrays.stream(args).skip(1).toList());
        new Compare(Stage.prepared()).run(rounds, scenarios);
    }

    private void run(int rounds, List<Scenario> scenarios) throws Exception {
        for (int round = 0; round < rounds; round++) {
            for (var scenario : scenarios) {
                measure(scenario);
            }
        }
        System.out.println(Result.HEADING);
        all.forEach((what, done) -> System.out.println(what.row(done)));
        printHeld();
    }

    /// Once each; what came of it is said at once, for who waits.
    private void measure(Scenario scenario) throws Exception {
        for (var server : scenario.servers()) {
            if (server.isThere(stage)) {
                var what = new Case(scenario, server);
                var round = once(scenario, server);
                all.computeIfAbsent(what, _ -> new ArrayList<>()).add(round);
                System.err.println(what.row(List.of(round)));
            }
        }
    }

    private void printHeld() {
        var rows = new ArrayList<String>();
        all.forEach(
                (what, rounds) -> {
                    var held = rounds.stream().flatMap(round -> round.held().stream()).toList();
                    if (!held.isEmpty()) {
                        rows.add(Held.row(what.scenario().name(), what.server().title(), held));
                    }
                });
        if (!rows.isEmpty()) {
            System.out.println("\n" + Held.HEADING);
            rows.forEach(System.out::println);
        }
    }

    private Round once(Scenario scenario, Server server) throws Exception {
        stage.configure(scenario.general());
        var probe = new Probe(stage, scenario);
        try (var _ = new Awake(stage, scenario);
                var run = new Run(stage, server.command(stage))) {
            if (server.warms()) {
                run.load(scenario.warming(), server, Run.Meanwhile.NOTHING);
            }
            return new Round(run.load(scenario, server, probe), probe.held());
        }
    }

    static <T> double median(List<T> all, ToDoubleFunction<T> figure) {
        return all.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(all.size() / 2)
                .findFirst()
                .orElse(Double.NaN);
    }
}
