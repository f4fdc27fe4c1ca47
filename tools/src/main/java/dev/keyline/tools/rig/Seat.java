package dev.keyline.tools.rig;

import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.net.Clock;
import dev.keyline.iax.net.Port;
import dev.keyline.iax.net.PortSettings;
import dev.keyline.iax.net.Tap;
import dev.keyline.iax.sim.Outdoors;
import dev.keyline.iax.sim.Weather;
import dev.keyline.tools.load.Answerer;
import dev.keyline.tools.load.Generator;
import dev.keyline.tools.load.Tally;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// One port of a load test, whichever side it is.
///
/// @param tally only for the port's thread
/// @param done likewise
/// @param end likewise
record Seat(Port port, Supplier<Tally> tally, Supplier<Boolean> done, LongConsumer end) {
    /// @throws IOException when the address is taken or not ours
    static Seat of(
            InetSocketAddress bind, Generator callers, Weather weather, PortSettings settings)
            throws IOException {
        var port = open(bind, callers, weather, settings);
        return new Seat(port, callers::tally, callers::isDone, callers::finish);
    }

    /// @throws IOException when the address is taken or not ours
    static Seat of(InetSocketAddress bind, Answerer answerer, Weather weather) throws IOException {
        var port = open(bind, answerer, weather, PortSettings.USUAL);
        return new Seat(port, answerer::tally, answerer::isDone, answerer::finish);
    }

    private static Port open(
            InetSocketAddress bind, Party party, Weather weather, PortSettings settings)
            throws IOException {
        try {
            var outside = Outdoors.of(party, weather, bind.hashCode());
            var binds = List.of(bind);
            return Port.open(binds, settings, outside, new Clock(), (_, _) -> {}, Tap.NONE);
        } catch (IOException cannot) {
            throw new IOException(
                    bind.getAddress().getHostAddress()
                            + ":"
                            + bind.getPort()
                            + ": "
                            + cannot.getMessage(),
                    cannot);
        }
    }

    /// What it has counted, as a copy.
    CompletableFuture<Look> look() {
        var look = new CompletableFuture<Look>();
        port.run(_ -> look.complete(new Look(tally.get().copy(), done.get())));
        return look;
    }

    record Look(Tally tally, boolean done) {}

    void finish() {
        port.run(end);
    }
}
