package dev.keyline.tools.rig;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.cipher.Chance;
import dev.keyline.iax.net.Addresses;
import dev.keyline.iax.net.Port;
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
import java.util.stream.IntStream;

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

    /// The calling side: a port for each source address, any free one without. As many as can be
    /// are served by one loop.
    ///
    /// @throws IOException names the one that cannot be had
    public static Bench calling(Scenario scenario, Destinations destinations, KeyRing ring)
            throws IOException {
        var bench = new Bench();
        var binds = binds(scenario);
        var settings = PortSettings.USUAL.withJoined(!scenario.apart());
        var callers = new ArrayList<Seat.Callers>();
        for (var bind : binds) {
            var share = new Generator.Share(callers.size(), binds.size());
            var party =
                    new Generator(
                            scenario, destinations, share, ring, new Chance(new SecureRandom()));
            callers.add(new Seat.Callers(bind, party));
        }
        try {
            for (var some : inLoops(callers)) {
                bench.seats.addAll(Seat.together(some, scenario.weather(), settings));
            }
            return bench;
        } catch (IOException cannot) {
            bench.close();
            throw cannot;
        }
    }

    private static List<InetSocketAddress> binds(Scenario scenario) {
        var sources = scenario.sources();
        return sources.isEmpty()
                ? List.of(new InetSocketAddress(0))
                : sources.stream().map(Addresses::socket).toList();
    }

    /// As few loops as can be, with about as many callers in each.
    private static List<List<Seat.Callers>> inLoops(List<Seat.Callers> all) {
        int loops = Math.ceilDiv(all.size(), Port.MOST_ADDRESSES);
        return IntStream.range(0, loops)
                .mapToObj(i -> all.subList(i * all.size() / loops, (i + 1) * all.size() / loops))
                .toList();
    }

    /// The answering side.
    ///
    /// @throws IOException when the address is taken or not ours
    public static Bench answering(
            InetSocketAddress bind, Answering rules, KeyRing ring, Weather weather)
            throws IOException {
        var bench = new Bench();
        var answerer = new Answerer(rules, ring, new Chance(new SecureRandom()));
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
