import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Measures Keyline, the Asterisk that KEYLINE_ASTERISK names, and an echo that is no exchange
/// (`echo.c`), with the same calls of `keyline load` and the same configuration files. All of them
/// are up from the beginning, each scenario has one of each, and only one has calls at a time: in
/// turn, one round of all after the other, so that what the machine and its host do besides disturbs
/// all alike. Prints tables for docs/measurements.
///
/// `java bench/Compare.java [rounds [scenario...]]`, from the root of the repository, on Linux with
/// `taskset`: the servers have processor 0, generator, probe and answering sides have processor 1.
final class Compare implements AutoCloseable {
    private final Map<Case, List<Round>> all = new LinkedHashMap<>();

    /// @param run of the server, which has this stage
    private record Case(Scenario scenario, Server server, Stage stage, Run run) {
        static Case started(Scenario scenario, Server server, Stage stage) throws Exception {
            return new Case(
                    scenario, server, stage, new Run(stage, scenario, server.command(stage)));
        }

        String row(List<Round> rounds) {
            var results = rounds.stream().map(Round::result).toList();
            return Result.row(scenario.name(), server.title(), results);
        }

        Round round() throws Exception {
            var probe = new Probe(stage, scenario);
            try (var _ = new Awake(stage, scenario)) {
                return new Round(run.load(scenario, server, probe), probe.held());
            }
        }
    }

    private record Round(Result result, Optional<Held> held) {}

    public static void main(String... args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        var scenarios = Scenario.named(Arrays.stream(args).skip(1).toList());
        try (var compare = new Compare()) {
            compare.start(scenarios);
            compare.run(rounds);
        }
    }

    private void start(List<Scenario> scenarios) throws Exception {
        for (var scenario : scenarios) {
            for (var server : scenario.servers()) {
                var stage = Stage.prepared(all.size(), scenario.general());
                if (server.isThere(stage)) {
                    all.put(Case.started(scenario, server, stage), new ArrayList<>());
                }
            }
        }
    }

    private void run(int rounds) throws Exception {
        for (var it : all.keySet()) {
            it.run().warm(it.scenario(), it.server());
        }
        for (int round = 0; round < rounds; round++) {
            for (var it : all.keySet()) {
                measure(it);
            }
        }
        System.out.println(Result.HEADING);
        all.forEach((what, done) -> System.out.println(what.row(done)));
        printHeld();
    }

    /// Once; what came of it is said at once, for who waits.
    private void measure(Case it) throws Exception {
        var round = it.round();
        all.get(it).add(round);
        System.err.println(it.row(List.of(round)));
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

    @Override
    public void close() throws InterruptedException {
        for (var it : all.keySet()) {
            it.run().close();
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
