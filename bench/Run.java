import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A server that has been started, and an answering side where it has to dial one.
final class Run implements AutoCloseable {
    static final String SERVERS = "0";
    static final String OTHERS = "1";

    /// Runs of the same calls before those that count. After each of the first two the JVM's compiler
    /// takes back some of what it had made, for it had not seen calls end, and needs a percent of the
    /// processor to make it again.
    private static final int WARMINGS = 4;

    /// Room for all that is new in a run of a minute, there from the start: the first stops of a
    /// new JVM for its collector are the longest, and the generator is new in each run.
    private static final String ROOMY =
            "-XX:+UseSerialGC -Xms768m -Xmn640m -XX:+AlwaysPreTouch";

    private final Stage stage;
    private final Process server;
    private final Optional<Process> answering;

    /// What is done while all calls are up.
    interface Meanwhile {
        Meanwhile NOTHING = (_, _) -> {};

        /// @param pid the server's
        /// @param seconds that this may take
        void happen(long pid, int seconds) throws Exception;
    }

    Run(Stage stage, Scenario scenario, List<String> command)
            throws IOException, InterruptedException {
        this.stage = stage;
        this.server = start(SERVERS, command);
        this.answering =
                scenario.dialsOn()
                        ? Optional.of(start(OTHERS, answering(stage)))
                        : Optional.empty();
        TimeUnit.SECONDS.sleep(4);
    }

    private static List<String> answering(Stage stage) {
        var port = "127.0.0.1:" + stage.answerPort();
        return List.of(stage.keyline(), "load", "-q", "--answer", port);
    }

    /// On the processor of everybody but the server; its output is for the caller to read.
    static Process beside(List<String> command) throws IOException {
        return pinned(OTHERS, command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /// On this processor, in silence.
    static Process start(String processor, List<String> command) throws IOException {
        return pinned(processor, command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static ProcessBuilder pinned(String processor, List<String> command) {
        var all = new ArrayList<>(List.of("taskset", "-c", processor));
        all.addAll(command);
        return new ProcessBuilder(all);
    }

    /// Has a server that can be compiled by use get compiled.
    void warm(Scenario scenario, Server to) throws Exception {
        for (int i = 0; i < WARMINGS && to.warms(); i++) {
            load(scenario.warming(), to, Meanwhile.NOTHING);
        }
    }

    /// Makes the calls of this scenario.
    Result load(Scenario scenario, Server to, Meanwhile meanwhile) throws Exception {
        var report = stage.file("report.json");
        Files.deleteIfExists(report);
        var command = new ArrayList<String>();
        if (scenario.allowsNoStop()) {
            command.addAll(List.of("env", "KEYLINE_JVM=" + ROOMY));
        }
        command.addAll(List.of(stage.keyline(), "load", to.to(scenario, stage)));
        command.addAll(scenario.options());
        command.addAll(List.of("--keys", stage.keys(), "--pid", Long.toString(server.pid())));
        command.addAll(List.of("-q", "--json", report.toString()));
        var generator = start(OTHERS, command);
        TimeUnit.SECONDS.sleep(scenario.ramp());
        meanwhile.happen(server.pid(), scenario.steady());
        generator.waitFor();
        return Result.of(Files.readString(report));
    }

    @Override
    public void close() throws InterruptedException {
        if (answering.isPresent()) {
            end(answering.get());
        }
        end(server);
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
