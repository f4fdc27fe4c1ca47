import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps both processors from going to sleep (`awake.c`) where a server is measured that rests after
/// every few datagrams: how soon a host wakes a virtual processor, and what that costs, is not the
/// server's doing.
final class Awake implements AutoCloseable {
    private final List<Process> keepers = new ArrayList<>();

    Awake(Stage stage, Scenario scenario) throws IOException {
        Optional<String> program = scenario.isAwake() ? stage.compiled("awake") : Optional.empty();
        if (program.isPresent()) {
            for (var processor : List.of(Run.SERVERS, Run.OTHERS)) {
                keepers.add(Run.start(processor, List.of(program.get())));
            }
        }
    }

    @Override
    public void close() {
        keepers.forEach(Process::destroy);
    }
}
