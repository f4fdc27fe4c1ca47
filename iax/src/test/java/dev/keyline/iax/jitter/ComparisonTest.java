package dev.keyline.iax.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.sim.Weather;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Our buffer and Asterisk's on the same arrivals. Run with `-Dkeyline.write` to write the table
/// anew.
class ComparisonTest {
    private static final Path PAGE = Path.of("../docs/measurements/jitter.md");
    private static final int MINUTES_5 = 15_000;
    private static final long SEED = 7;

    private static final String HEAD = "|---|---|---|---|---|---|---|\n";

    private static Map<String, List<Arrival>> weathers() {
        var all = new LinkedHashMap<String, List<Arrival>>();
        all.put("still", Arrivals.recorded(Weather.STILL, MINUTES_5, SEED));
        all.put("office", Arrivals.recorded(Weather.OFFICE, MINUTES_5, SEED));
        all.put("wifi", Arrivals.recorded(Weather.WIFI, MINUTES_5, SEED));
        all.put("mobile", Arrivals.recorded(Weather.MOBILE, MINUTES_5, SEED));
        all.put("satellite", Arrivals.recorded(Weather.SATELLITE, MINUTES_5, SEED));
        all.put("storm", Arrivals.recorded(Weather.STORM.withLoss(0.2), MINUTES_5, SEED));
        all.put("held up for 120 ms", Arrivals.heldUp(MINUTES_5, 120, SEED));
        all.put("held up for 300 ms", Arrivals.heldUp(MINUTES_5, 300, SEED));
        all.put("detour of 100 ms", Arrivals.detour(MINUTES_5, 100, SEED));
        all.put("slow clock, 300 ppm", Arrivals.drifting(MINUTES_5, 300, SEED));
        all.put("fast clock, 300 ppm", Arrivals.drifting(MINUTES_5, -300, SEED));
        all.put("pauses of 1 s", Arrivals.pausing(MINUTES_5, SEED));
        return all;
    }

    private static String row(String weather, String who, List<Arrival> arrivals, Trial trial) {
        long distinct = arrivals.stream().map(Arrival::timestamp).distinct().count();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %d | %d | %.0f |\n",
                weather,
                who,
                distinct,
                distinct - trial.played.size(),
                trial.madeUp(),
                trial.longestGap,
                trial.meanWait());
    }

    private static String table() {
        var text = new StringBuilder();
        weathers()
                .forEach(
                        (name, arrivals) -> {
                            var ours = Trial.of(arrivals, Tried.ours(JitterSettings.USUAL));
                            var theirs =
                                    Trial.of(arrivals, new AsteriskModel(JitterSettings.USUAL));
                            text.append(row(name, "Keyline", arrivals, ours));
                            text.append(row("", "Asterisk", arrivals, theirs));
                        });
        return text.toString();
    }

    @Test
    void thePageSaysWhatComesOut() throws IOException {
        var before = Files.readString(PAGE);
        var page = before.substring(0, before.indexOf(HEAD) + HEAD.length()) + table();
        if (System.getProperty("keyline.write") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().isEqualTo(page);
    }
}
