package dev.keyline.tools.report;

import dev.keyline.tools.load.Tally;
import dev.keyline.tools.load.Tally.Count;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A load test that is over.
///
/// @param title what it was about
/// @param settings options as they were given, without secrets, and the machine
/// @param seconds it took
/// @param own what the generator itself has cost
public record Run(
        String title,
        Map<String, String> settings,
        Instant began,
        double seconds,
        Tally tally,
        List<Moment> moments,
        Cpu own,
        Optional<Cpu> server) {
    public Run {
        settings = new LinkedHashMap<>(settings);
        moments = List.copyOf(moments);
    }

    long of(Count what) {
        return tally.of(what);
    }

    /// Seconds that all calls together were up, by the looks of each second.
    double callSeconds() {
        double sum = 0;
        double last = 0;
        for (var moment : moments) {
            sum += moment.live() * (moment.second() - last);
            last = moment.second();
        }
        return sum;
    }

    /// The most calls that were seen at once.
    long most() {
        return moments.stream().mapToLong(Moment::live).max().orElse(0);
    }
}
