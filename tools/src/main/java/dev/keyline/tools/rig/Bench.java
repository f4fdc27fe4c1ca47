package dev.keyline.tools.rig;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.net.Addresses;
import dev.keyline.iax.net.PortSettings;
import dev.keyline.iax.sim.Weather;
import dev.keyline.tools.load.Answerer;
import dev.keyline.tools.load.Answering;
import dev.keyline.tools.load.Destinations;
import dev.keyline.tools.load.Generator;
import dev.keyline.tools.load.Scenario;
import dev.keyline.tools.load.Tally;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/// One side of a load test on real ports. It begins at once and goes on by itself.
public final class Bench implements AutoCloseable {
    private static final Duration FAREWELL = Duration.ofSeconds(3);
    private static final long LOOK = Duration.ofMillis(20).toNanos();

    private final List<Seat> seats = new ArrayList<>();

    /// What has happened on all ports together.
    ///
    /// @param done whether nothing more will
    public record Look(Tally tally, boolean done) {}

    private Bench() {}

    /// The calling side: a port for each source address, any free one without.
    ///
    /// @throws IOException when one of them cannot be had
    public static Bench calling(Scenario scenario, Destinations destinations, KeyRing ring)
            throws IOException {
        var bench = new Bench();
        var sources = scenario.sources();
        int count = Math.max(1, sources.size());
        try {
            for (int i = 0; i < count; i++) {
                var share = new Generator.Share(i, count);
                var chance = new SecureRandom();
                var callers = new Generator(scenario, destinations, share, ring, chance);
                var bind =
                        sources.isEmpty()
                                ? new InetSocketAddress(0)
                                : Addresses.socket(sources.get(i));
                var settings = PortSettings.USUAL.withJoined(!scenario.apart());
                bench.seats.add(Seat.of(bind, callers, scenario.weather(), settings));
            }
            return bench;
        } catch (IOException cannot) {
            bench.close();
            throw cannot;
        }
    }

    /// The answering side.
    ///
    /// @throws IOException when the address is taken or not ours
    public static Bench answering(
            InetSocketAddress bind, Answering rules, KeyRing ring, Weather weather)
            throws IOException {
        var bench = new Bench();
        var answerer = new Answerer(rules, ring, new SecureRandom());
        bench.seats.add(Seat.of(bind, answerer, weather));
        return bench;
    }

    /// Where the first port is.
    public InetSocketAddress address() {
        return seats.getFirst().port().localAddress();
    }

    /// A look at all ports.
    public Look look() {
        var looks = seats.stream().map(Seat::look).toList();
        var all = new Tally();
        boolean done = true;
        for (var look : looks.stream().map(CompletableFuture::join).toList()) {
            all.add(look.tally());
            done &= look.done();
        }
        return new Look(all, done);
    }

    /// Ends all calls, and waits up to three seconds until they are over.
    ///
    /// @return the last look
    public Look finish() {
        seats.forEach(Seat::finish);
        long until = System.nanoTime() + FAREWELL.toNanos();
        var look = look();
        while (!look.done() && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK);
            look = look();
        }
        return look;
    }

    @Override
    public void close() {
        seats.forEach(seat -> seat.port().close());
    }
}
