import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Measures Keyline, and the Asterisk that KEYLINE_ASTERISK names, with the same calls of `keyline
/// load` and the same configuration files, in turn, so that what the machine does besides disturbs
/// both alike. Prints a table for docs/measurements.
///
/// `java bench/Compare.java [rounds [scenario...]]`, from the root of the repository, on Linux with
/// `taskset`: the server has processor 0, generator and answering side have processor 1.
final class Compare {
    private static final int PORT = 4669;
    private static final int ANSWER_PORT = 4670;
    private static final Pattern MOMENT = Pattern.compile("\\{\"second\":[^}]*\\}");

    /// @param to the user, key and extension that are called
    /// @param options for `keyline load`
    /// @param asterisk whether Asterisk is measured as well; it cannot hold all of them
    private record Scenario(String to, List<String> options, boolean asterisk) {}

    private static final Map<String, Scenario> SCENARIOS = new LinkedHashMap<>();

    static {
        put("echo", "bench:[bench]@%s/600", true, "-m 500 -r 100 -d 15s");
        put("bridge", "bench:[bench]@%s/700", true, "-m 150 -r 50 -d 15s");
        put("setup", "bench:[bench]@%s/600", true, "-r 100 --time 20s -d 100ms");
        put("encrypted", "sealed:[bench]:bench-secret@%s/600", false, "-m 500 -r 100 -d 15s --encrypt");
        put("echo1000", "bench:[bench]@%s/600", false, "-m 1000 -r 200 -d 15s");
        put("trunk1000", "trunk:[bench]@%s/600", false, "-m 1000 -r 200 -d 15s --trunk");
        put("setup1000", "bench:[bench]@%s/600", false, "-r 1000 --time 60s -d 100ms");
        put("echo3000", "bench:[bench]@%s/600", false, "-m 3000 -r 150 -d 30s");
        put("encrypted150", "sealed:[bench]:bench-secret@%s/600", true, "-m 150 -r 50 -d 15s --encrypt");
        put("trunk", "trunk:[bench]@%s/600", true, "-m 500 -r 100 -d 15s --trunk");
    }

    private static void put(String name, String to, boolean asterisk, String options) {
        SCENARIOS.put(name, new Scenario(to, List.of(options.split(" ")), asterisk));
    }

    /// What one run showed.
    ///
    /// @param share processor time of the server for each second of a call, while all calls were up
    /// @param perCall processor seconds of the server for each call, from first to last
    /// @param late2 the part of all blocks that came back more than 2 ms later than the fastest of
    ///   their call
    private record Result(
            double share, double perCall, double loss, double late2, double late10, long failed) {}

    private final Path root = Path.of("").toAbsolutePath();
    private final Path folder = Files.createTempDirectory("keyline-compare");
    private final Optional<String> asterisk = Optional.ofNullable(System.getenv("KEYLINE_ASTERISK"));

    private Compare() throws IOException {}

    public static void main(String... args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        var wanted = Arrays.stream(args).skip(1).toList();
        var names = wanted.isEmpty() ? List.copyOf(SCENARIOS.keySet()) : wanted;
        new Compare().run(rounds, names);
    }

    private void run(int rounds, List<String> names) throws Exception {
        prepare();
        System.out.println(
                "| scenario | server | CPU of a core per call | CPU per call in all"
                        + " | lost | later than 2 ms | later than 10 ms | failed |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (var name : names) {
            var scenario = SCENARIOS.get(name);
            var ours = new ArrayList<Result>();
            var theirs = new ArrayList<Result>();
            for (int round = 0; round < rounds; round++) {
                ours.add(measure(scenario, keyline(), true));
                if (scenario.asterisk() && asterisk.isPresent()) {
                    theirs.add(measure(scenario, asterisk(), false));
                }
            }
            print(name, "Keyline", ours);
            if (!theirs.isEmpty()) {
                print(name, "Asterisk", theirs);
            }
        }
    }

    private String program() {
        return root.resolve("keyline").toString();
    }

    private List<String> keyline() {
        return List.of(program(), "run", "-C", folder + "/etc/asterisk.conf");
    }

    private List<String> asterisk() {
        return List.of(asterisk.orElseThrow(), "-C", folder + "/etc/asterisk.conf", "-f");
    }

    /// The same files for both.
    private void prepare() throws Exception {
        for (var name : List.of("etc", "run", "log", "db", "spool", "keys/keys")) {
            Files.createDirectories(folder.resolve(name));
        }
        var keys = folder.resolve("keys/keys").toFile();
        new ProcessBuilder(program(), "astgenkey", "-q", "-n", "bench")
                .directory(keys).inheritIO().start().waitFor();
        write(
                "asterisk.conf",
                """
                [directories]
                astetcdir => %1$s/etc
                astkeydir => %1$s/keys
                astdbdir => %1$s/db
                astspooldir => %1$s/spool
                astrundir => %1$s/run
                astlogdir => %1$s/log
                """.formatted(folder));
        write("modules.conf", "[modules]\nautoload=yes\n");
        write("logger.conf", "[general]\n[logfiles]\nmessages => error\n");
        write(
                "iax.conf",
                """
                [general]
                bindaddr=127.0.0.1:%d
                disallow=all
                allow=ulaw
                jitterbuffer=no
                maxcallnumbers=32000
                maxauthreq=10000
                maxunproven=10000
                strangersperaddress=5000
                [bench]
                type=user
                auth=rsa
                inkeys=bench
                context=bench
                [trunk]
                type=user
                auth=rsa
                inkeys=bench
                trunk=yes
                context=bench
                [sealed]
                type=user
                auth=rsa
                inkeys=bench
                secret=bench-secret
                encryption=yes
                forceencryption=yes
                context=bench
                [answer]
                type=peer
                host=127.0.0.1
                port=%d
                username=bench
                """.formatted(PORT, ANSWER_PORT));
        write(
                "extensions.conf",
                """
                [bench]
                exten => 600,1,Answer()
                 same => n,Echo()
                exten => 700,1,Dial(IAX2/answer/1)
                """);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve("etc").resolve(name), text);
    }

    private Result measure(Scenario scenario, List<String> command, boolean warm) throws Exception {
        var server = start("0", command);
        var answering =
                start("1", List.of(program(), "load", "-q", "--answer", "127.0.0.1:" + ANSWER_PORT));
        try {
            TimeUnit.SECONDS.sleep(4);
            if (warm) {
                load(scenario, server.pid());
            }
            return load(scenario, server.pid());
        } finally {
            end(answering);
            end(server);
        }
    }

    private static Process start(String processor, List<String> command) throws IOException {
        var pinned = new ArrayList<>(List.of("taskset", "-c", processor));
        pinned.addAll(command);
        return new ProcessBuilder(pinned)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private Result load(Scenario scenario, long pid) throws Exception {
        var report = folder.resolve("report.json");
        var command = new ArrayList<>(List.of(program(), "load"));
        command.add(scenario.to().formatted("127.0.0.1:" + PORT));
        command.addAll(scenario.options());
        command.addAll(List.of("--keys", folder + "/keys/keys", "--pid", Long.toString(pid)));
        command.addAll(List.of("-q", "--json", report.toString()));
        start("1", command).waitFor();
        return read(Files.readString(report));
    }

    private static Result read(String json) {
        double most = number(json, "most");
        var full = new ArrayList<Double>();
        for (var moment = MOMENT.matcher(json); moment.find(); ) {
            if (number(moment.group(), "live") >= most) {
                full.add(number(moment.group(), "serverCpu") / most);
            }
        }
        var late = json.substring(json.indexOf("\"laterThan\""));
        var server = json.substring(json.indexOf("\"serverCpu\""));
        return new Result(
                full.stream().mapToDouble(share -> share).average().orElse(Double.NaN),
                number(server, "seconds") / number(json, "attempted"),
                number(json, "loss"),
                number(late, "2"),
                number(late, "10"),
                (long) number(json, "failed"));
    }

    private static double number(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":(-?[0-9.eE+-]+)").matcher(json);
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
    }

    private static void print(String name, String server, List<Result> all) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.4f %% | %.0f us | %.3f %% | %.2f %% | %.3f %% | %d |%n",
                name,
                server,
                100 * median(all.stream().map(Result::share).toList()),
                1e6 * median(all.stream().map(Result::perCall).toList()),
                100 * median(all.stream().map(Result::loss).toList()),
                100 * median(all.stream().map(Result::late2).toList()),
                100 * median(all.stream().map(Result::late10).toList()),
                all.stream().mapToLong(Result::failed).sum());
    }
}
