import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Watches both processors (`away.c`) in the seconds that count for a run to be clear.
final class Away implements Run.Meanwhile {
    private static final Pattern LONGEST = Pattern.compile("at most ([0-9.]+) ms");

    private final Optional<String> program;
    private double longest;

    Away(Stage stage) {
        this.program = stage.compiled("away");
    }

    @Override
    public void happen(long pid, int seconds) throws Exception {
        if (program.isPresent()) {
            TimeUnit.SECONDS.sleep(seconds - Result.LAST - Result.ENDING);
            var time = Integer.toString(Result.LAST);
            var command = List.of(program.get(), time, Run.SERVERS, Run.OTHERS);
            var said = Run.beside(command).getInputStream().readAllBytes();
            longest =
                    LONGEST.matcher(new String(said, StandardCharsets.UTF_8))
                            .results()
                            .mapToDouble(it -> Double.parseDouble(it.group(1)))
                            .max()
                            .orElse(0);
        }
    }

    /// Milliseconds that one of them was away for at a time, at most.
    double longest() {
        return longest;
    }
}
