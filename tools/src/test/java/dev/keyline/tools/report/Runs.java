package dev.keyline.tools.report;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.sim.Network;
import dev.keyline.iax.sim.Weather;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.tools.load.Answerer;
import dev.keyline.tools.load.Answering;
import dev.keyline.tools.load.Destinations;
import dev.keyline.tools.load.Generator;
import dev.keyline.tools.load.Sample;
import dev.keyline.tools.load.ScenarioReader;
import dev.keyline.tools.load.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs in virtual time, to be shown.
final class Runs {
    private static final long SECOND = 1_000_000_000L;
    private static final PeerAddress SERVER = PeerAddress.ofIPv4("10.0.0.1", 4569);
    private static final PeerAddress CALLER = PeerAddress.ofIPv4("10.0.0.2", 4569);

    private Runs() {}

    /// Forty calls in bad weather, of which some ring for too long.
    static Run eventful() {
        var net = new Network(1, new Weather(0.02, 0, 0, 0, 10_000_000, 5_000_000));
        var codecs = List.of(MediaFormat.ULAW);
        net.attach(
                SERVER,
                new Answerer(
                        new Answering(true, 0, codecs, List.of()), KeyRing.EMPTY, net.chance()));
        return of(net, "x@server/<600>", "40");
    }

    /// A run in which nothing at all happened, because nobody is there.
    static Run barren() {
        return of(new Network(2, Weather.STILL), "x@server", "3");
    }

    private static Run of(Network net, String to, String calls) {
        var given = Map.of("to", to, "calls", calls, "rate", "10", "hold", "3s", "ring", "4s");
        if (!(ScenarioReader.read(given, _ -> Sample.TONE)
                instanceof ScenarioReader.Reading.Good(var scenario))) {
            throw new AssertionError("the scenario of the test is wrong");
        }
        var hosts = new Destinations(Map.of("server", SERVER), Optional.empty());
        var callers =
                new Generator(scenario, hosts, Generator.Share.ALL, KeyRing.EMPTY, net.chance());
        net.attach(CALLER, callers);
        var timeline = new Timeline(new Timeline.Look(0, new Tally(), 0, 0));
        for (int second = 1; second <= 12; second++) {
            net.run(SECOND);
            var tally = callers.tally().copy();
            timeline.add(new Timeline.Look(second, tally, second * 0.1, second * 0.2));
        }
        return new Run(
                "Load: " + to,
                Map.of("rate", "10 a second"),
                Instant.parse("2026-11-23T12:00:00Z"),
                12,
                callers.tally(),
                timeline.moments(),
                new Cpu("the generator", 1.2),
                Optional.of(new Cpu("the server", 2.4)));
    }
}
