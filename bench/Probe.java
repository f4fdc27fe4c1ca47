import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Runs `probe.c` beside the calls of a scenario that is probed.
final class Probe implements Run.Meanwhile {
    private static final int CALLS = 10;

    /// For its own dialling and hanging up, and for the five seconds in which the kernel has to begin to
    /// note when something comes (`noted.h`).
    private static final int AROUND = 8;

    private final Stage stage;
    private final Optional<String> program;
    private Optional<Held> held = Optional.empty();

    Probe(Stage stage, Scenario scenario) {
        this.stage = stage;
        this.program = scenario.probed() ? stage.compiled("probe") : Optional.empty();
    }

    @Override
    public void happen(long pid, int seconds) throws Exception {
        if (program.isPresent()) {
            var port = Integer.toString(stage.port());
            var calls = Integer.toString(CALLS);
            var time = Integer.toString(seconds - AROUND);
            var probe =
                    Run.beside(
                            List.of(program.get(), port, "probe", "600", calls, time, Run.SERVERS));
            var said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            held = probe.waitFor() == 0 ? Optional.of(Held.of(said)) : Optional.empty();
        }
    }

    Optional<Held> held() {
        return held;
    }
}
