import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What the JVM logs of the moments when it stops all threads, be it to collect or for something
/// else.
final class SafepointLog {
    private static final Pattern LINE =
            Pattern.compile("Safepoint \"([^\"]*)\".* Total: +(\\d+) ns");
    private static final Pattern COLLECTING = Pattern.compile("^(Serial|G1|Z)");

    private final Path file;
    private long skipped;

    SafepointLog(Path file) {
        this.file = file;
    }

    /// @param millis sorted, from the wish to stop to the moment when all go on
    record Stops(double[] millis, long collecting) {
        int count() {
            return millis.length;
        }

        double upTo(double part) {
            return count() == 0 ? 0 : millis[(int) Math.ceil(part * count()) - 1];
        }

        double total() {
            return Arrays.stream(millis).sum();
        }
    }

    /// For the command line of the JVM that is to write it.
    String option() {
        return "-Xlog:safepoint:file=" + file;
    }

    /// What has been written so far does not count.
    void skip() throws IOException {
        skipped = lines().size();
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    Stops stops() throws IOException {
        var all =
                lines().stream()
                        .skip(skipped)
                        .flatMap(line -> LINE.matcher(line).results())
                        .toList();
        return new Stops(
                all.stream()
                        .mapToDouble(it -> Long.parseLong(it.group(2)) / 1e6)
                        .sorted()
                        .toArray(),
                all.stream().filter(SafepointLog::isCollecting).count());
    }

    private static boolean isCollecting(MatchResult stop) {
        return COLLECTING.matcher(stop.group(1)).find();
    }
}
