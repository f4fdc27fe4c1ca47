package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How calls fare by loss and delay, as a table that is compared with the one in the documents:
/// changing a number is fine, not noticing is not. `-Dkeyline.write=true` writes it again.
class WeatherGridTest {
    private static final Path DOCUMENT = Path.of("../docs/measurements/weather.md");
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final int CALLS = 100;
    private static final int[] LOSSES = {0, 1, 5, 10, 20, 30};
    private static final int[] DELAYS = {1, 50, 150, 400};
    private static final int BLOCKS = 50;

    /// How one call fared.
    ///
    /// @param setUp nanoseconds from NEW to answer, or -1
    private record Fate(long setUp, long repeated, int blocks) {}

    /// A cell of the grid.
    private record Cell(int loss, int delay, List<Fate> fates) {
        double answered() {
            return 100.0 * fates.stream().filter(f -> f.setUp >= 0).count() / fates.size();
        }

        private long[] times() {
            return fates.stream().mapToLong(Fate::setUp).filter(t -> t >= 0).sorted().toArray();
        }

        long percentile(int percent) {
            var times = times();
            return times[Math.min(times.length - 1, times.length * percent / 100)] / MILLI;
        }

        double repeated() {
            return fates.stream().mapToLong(Fate::repeated).average().orElse(0);
        }

        double lost() {
            return 100
                    - 100
                            * fates.stream()
                                    .filter(f -> f.setUp >= 0)
                                    .mapToInt(Fate::blocks)
                                    .average()
                                    .orElse(0)
                            / BLOCKS;
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %d %% | %d ms | %.1f %% | %d ms | %d ms | %.2f | %.1f %% |",
                    loss,
                    delay,
                    answered(),
                    percentile(50),
                    percentile(95),
                    repeated(),
                    lost());
        }
    }

    private static Cell cell(int loss, int delay) {
        var weather = Weather.STILL.withLoss(loss / 100.0).withDelay(delay * MILLI);
        var fates =
                IntStream.rangeClosed(1, CALLS)
                        .mapToObj(seed -> call(1000L * loss + 10_000_000L * delay + seed, weather))
                        .toList();
        return new Cell(loss, delay, fates);
    }

    private static Fate call(long seed, Weather weather) {
        var net = new Network(seed, weather);
        var west =
                new Actor(
                        net,
                        Actor.at(2),
                        TestKeys.ring(List.of(), List.of("east")),
                        Actor.guarded(Map.of("east", Actor.rsa("east", "east"))));
        var east =
                new Actor(net, Actor.at(1), TestKeys.ring(List.of("east"), List.of()), Door.CLOSED);
        var id = east.dial(west, Actor.key("east", "east"));
        long setUp = untilAnswered(net, east);
        long repeated = repeated(net);
        if (setUp < 0) {
            return new Fate(-1, repeated, 0);
        }
        return new Fate(setUp, repeated, voice(net, east, west, id));
    }

    private static long untilAnswered(Network net, Actor east) {
        while (net.now() < 40 * SECOND) {
            net.run(MILLI);
            if (!east.heard(CallEvent.Answered.class).isEmpty()) {
                return net.now();
            }
            if (!east.heard(CallEvent.Ended.class).isEmpty()) {
                return -1;
            }
        }
        return -1;
    }

    private static int voice(Network net, Actor east, Actor west, CallId id) {
        east.speak(id, BLOCKS);
        net.run(3 * SECOND);
        return (int) west.heard(CallEvent.Heard.class).stream().distinct().count();
    }

    private static long repeated(Network net) {
        return IntStream.range(0, net.sent())
                .filter(i -> parse(net.passage(i)) instanceof FullFrame full && full.retry())
                .count();
    }

    private static Frame parse(Network.Passage passage) {
        try {
            return Frame.parse(passage.datagram().toArray());
        } catch (MalformedFrame e) {
            throw new AssertionError(e);
        }
    }

    private static String document(List<Cell> cells) {
        var text = new StringBuilder();
        text.append(
                """
                # Calls in weather

                %d simulated calls for each row, every one with an RSA key, between two endpoints whose
                datagrams are lost at random in both directions and take so long one way. Set-up is the time
                from NEW to answer, call token and signature included; repetitions are counted until then;
                lost is the share of a second of voice that was not heard. Time is virtual: the table says
                what the protocol costs, not the machine. `WeatherGridTest` writes this page and compares it.

                | loss | delay | answered | set-up, median | set-up, 95 %% | repetitions | voice lost |
                |---|---|---|---|---|---|---|
                """
                        .formatted(CALLS));
        cells.forEach(cell -> text.append(cell.row()).append('\n'));
        return text.toString();
    }

    @Test
    void theGridIsWhatTheDocumentSays() throws Exception {
        var cells =
                Arrays.stream(LOSSES)
                        .boxed()
                        .flatMap(loss -> Arrays.stream(DELAYS).mapToObj(delay -> cell(loss, delay)))
                        .toList();
        var text = document(cells);
        if (Boolean.getBoolean("keyline.write")) {
            Files.writeString(DOCUMENT, text);
        }
        assertThat(DOCUMENT).hasContent(text);
        assertThat(cells).filteredOn(c -> c.loss() <= 10).allMatch(c -> c.answered() == 100);
        assertThat(cells).filteredOn(c -> c.loss() == 30).allMatch(c -> c.answered() > 95);
    }
}
