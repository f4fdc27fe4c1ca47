import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Has the server's JVM record itself while all calls are up.
final class Recorder implements Run.Meanwhile {
    private static final int LONGEST = 28;

    /// As short as the kernel's clock ticks; the recorder takes what it can get.
    private static final String SAMPLES = "+jdk.CPUTimeSample#throttle=1ms";

    private final Path file;

    Recorder(Path file) {
        this.file = file;
    }

    @Override
    public void happen(long pid, int seconds) throws Exception {
        ask(
                pid,
                "JFR.start",
                "name=bench",
                "settings=none",
                "+jdk.CPUTimeSample#enabled=true",
                SAMPLES,
                "+jdk.ThreadAllocationStatistics#enabled=true",
                "+jdk.ThreadAllocationStatistics#period=everyChunk");
        TimeUnit.SECONDS.sleep(Math.min(seconds - 2, LONGEST));
        ask(pid, "JFR.stop", "name=bench", "filename=" + file);
    }

    private static void ask(long pid, String... what) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var command = new ArrayList<>(List.of(jcmd, Long.toString(pid)));
        command.addAll(List.of(what));
        var asked = Run.beside(command);
        var said = new String(asked.getInputStream().readAllBytes());
        if (asked.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    Recording recording() throws IOException {
        return Recording.of(file);
    }
}
