import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How many echoed calls Keyline holds clearly, and how many the bare echo, with the same
/// generator: in turn, each with all calls up for forty-one seconds. A run is clear when less than
/// a thousandth of its blocks is lost and in the ten seconds before the last one none comes more than 10 ms
/// later than the fastest of its call, be it for the server, the generator or the machine. So one run
/// says little, and the part of runs that are clear is counted. A run in whose ten seconds the
/// machine itself kept a processor from everybody for more than 5 ms at a time tells nothing of a
/// server; it is made again, up to five times, and how often is told. The sixth counts as it is.
///
/// `java bench/Clear.java [rounds [calls...]]`, from the root of the repository; processors are kept
/// awake meanwhile.
final class Clear {
    private static final int MOST = 3000;
    private static final List<Integer> CALLS = List.of(500, 1000, 1500, 2000, 2500, MOST);

    /// Milliseconds of a processor away from which on a run is the machine's.
    private static final double DISTURBED = 5;

    private static final int TRIES = 5;

    private static final String HEADING =
            """
            | calls | server | clear runs | made again | lost | later than 10 ms \
            | the latest of a run: half up to | the worst | of a core per call |
            |---|---|---|---|---|---|---|---|---|""";

    private final List<Side> sides = new ArrayList<>();

    /// @param again how many runs the machine disturbed before this one
    private record Taken(Result result, int again) {}

    /// @param taken of each number of calls
    private record Side(Server server, Stage stage, Run run, Map<Integer, List<Taken>> taken) {
        static Side started(Server server, Stage stage) throws Exception {
            var run = new Run(stage, Scenario.clear(MOST), server.command(stage));
            return new Side(server, stage, run, new LinkedHashMap<>());
        }

        Taken measured(int calls) throws Exception {
            for (int again = 0; ; again++) {
                var away = new Away(stage);
                var result = result(Scenario.clear(calls), away);
                if (away.longest() <= DISTURBED || again == TRIES) {
                    var one = new Taken(result, again);
                    taken.computeIfAbsent(calls, _ -> new ArrayList<>()).add(one);
                    return one;
                }
            }
        }

        private Result result(Scenario scenario, Away away) throws Exception {
            try (var _ = new Awake(stage, scenario)) {
                return run.load(scenario, server, away);
            }
        }

        String row(int calls) {
            return Clear.row(calls, server, taken.get(calls));
        }
    }

    public static void main(String... args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        var named = Arrays.stream(args).skip(1).map(Integer::valueOf).toList();
        var calls = named.isEmpty() ? CALLS : named;
        var clear = new Clear();
        try {
            clear.start();
            clear.run(rounds, calls);
        } finally {
            clear.end();
        }
    }

    private void start() throws Exception {
        for (var server : Scenario.clear(MOST).servers()) {
            var stage = Stage.prepared(sides.size(), "");
            if (server.isThere(stage)) {
                sides.add(Side.started(server, stage));
            }
        }
        for (var side : sides) {
            side.run().warm(Scenario.clear(1000), side.server());
        }
    }

    private void run(int rounds, List<Integer> calls) throws Exception {
        for (int round = 0; round < rounds; round++) {
            for (int many : calls) {
                for (var side : sides) {
                    System.err.println(row(many, side.server(), List.of(side.measured(many))));
                }
            }
        }
        System.out.println(HEADING);
        for (int many : calls) {
            sides.forEach(side -> System.out.println(side.row(many)));
        }
    }

    private static String row(int calls, Server server, List<Taken> taken) {
        var all = taken.stream().map(Taken::result).toList();
        return String.format(
                Locale.ROOT,
                "| %d | %s | %d of %d | %d | %.3f %% | %.3f %% | %.1f ms | %.1f ms | %.4f %% |",
                calls,
                server.title(),
                all.stream().filter(Result::isClear).count(),
                all.size(),
                taken.stream().mapToInt(Taken::again).sum(),
                100 * Compare.median(all, Result::loss),
                100 * Compare.median(all, Result::late10),
                Compare.median(all, Result::latest),
                all.stream().mapToDouble(Result::latest).max().orElse(Double.NaN),
                100 * Compare.median(all, Result::share));
    }

    private void end() throws InterruptedException {
        for (var side : sides) {
            side.run().close();
        }
    }
}
