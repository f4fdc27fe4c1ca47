package dev.keyline.tools.rig;

import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.net.Clock;
import dev.keyline.iax.net.Port;
import dev.keyline.iax.net.PortSettings;
import dev.keyline.iax.net.Tap;
import dev.keyline.iax.net.Tenant;
import dev.keyline.iax.sim.Outdoors;
import dev.keyline.iax.sim.Weather;
import dev.keyline.tools.load.Answerer;
import dev.keyline.tools.load.Generator;
import dev.keyline.tools.load.Tally;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
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
    /// Who calls from an address.
    record Callers(InetSocketAddress bind, Generator party) {}

    /// A seat for each, served by one loop.
    ///
    /// @throws IOException names the address that is taken or not ours
    static List<Seat> together(List<Callers> all, Weather weather, PortSettings settings)
            throws IOException {
        var tenants = all.stream().map(one -> tenant(one.bind, one.party, weather)).toList();
        var ports = Port.together(tenants, settings, new Clock());
        var seats = new ArrayList<Seat>();
        for (int i = 0; i < ports.size(); i++) {
            var party = all.get(i).party;
            seats.add(new Seat(ports.get(i), party::tally, party::isDone, party::finish));
        }
        return seats;
    }

    /// @throws IOException names the address when it is taken or not ours
    static Seat of(InetSocketAddress bind, Answerer answerer, Weather weather) throws IOException {
        var binds = List.of(bind);
        var party = Outdoors.of(answerer, weather, bind.hashCode());
        var usual = PortSettings.USUAL;
        var port = Port.open(binds, usual, party, new Clock(), (_, _) -> {}, Tap.NONE);
        return new Seat(port, answerer::tally, answerer::isDone, answerer::finish);
    }

    private static Tenant tenant(InetSocketAddress bind, Party party, Weather weather) {
        var outside = Outdoors.of(party, weather, bind.hashCode());
        return new Tenant(List.of(bind), outside, (_, _) -> {}, Tap.NONE);
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
