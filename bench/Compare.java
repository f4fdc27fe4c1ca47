import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Measures Keyline, the Asterisk that KEYLINE_ASTERISK names, and an echo that is no exchange
/// (`echo.c`), with the same calls of `keyline load` and the same configuration files, in turn, so
/// that what the machine does besides disturbs all alike. Prints tables for docs/measurements.
///
/// `java bench/Compare.java [rounds [scenario...]]`, from the root of the repository, on Linux with
/// `taskset`: the server has processor 0, generator, probe and answering side have processor 1.
final class Compare {
    private final Stage stage;

    /// What the probe has seen, for a table of its own.
    private final List<String> held = new ArrayList<>();

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
        System.out.println(Result.HEADING);
        for (var scenario : scenarios) {
            measure(scenario, rounds);
        }
        if (!held.isEmpty()) {
            System.out.println("\n" + Held.HEADING);
            held.forEach(System.out::println);
        }
    }

    private void measure(Scenario scenario, int rounds) throws Exception {
        Map<Server, List<Round>> all = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (var server : scenario.servers()) {
                if (server.isThere(stage)) {
                    var done = all.computeIfAbsent(server, _ -> new ArrayList<>());
                    done.add(once(scenario, server));
                }
            }
        }
        all.forEach((server, done) -> print(scenario.name(), server.title(), done));
    }

    private Round once(Scenario scenario, Server server) throws Exception {
        var probe = new Probe(stage, scenario);
        try (var _ = new Awake(stage, scenario);
                var run = new Run(stage, server.command(stage))) {
            if (server.warms()) {
                run.load(scenario.shortened(), server, Run.Meanwhile.NOTHING);
            }
            return new Round(run.load(scenario, server, probe), probe.held());
        }
    }

    private void print(String scenario, String server, List<Round> all) {
        System.out.println(Result.row(scenario, server, all.stream().map(Round::result).toList()));
        var probed = all.stream().flatMap(round -> round.held().stream()).toList();
        if (!probed.isEmpty()) {
            held.add(Held.row(scenario, server, probed));
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
