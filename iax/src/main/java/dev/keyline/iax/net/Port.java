package dev.keyline.iax.net;

import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.endpoint.Task;
import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;

/// The UDP sockets of one party and the loops that serve them, usually one. Several ports may be
/// served by one loop [#together].
///
/// Everything a party does happens in a loop's thread, in one of them at a time. Others hand in
/// wishes by [#run], and slow tasks are performed on other threads and come back as wishes.
public final class Port implements AutoCloseable {
    /// The most addresses that one loop serves, whichever ports they belong to.
    public static final int MOST_ADDRESSES = 64;

    private final List<InetSocketAddress> addresses;
    private final Traffic traffic;
    private final Workers workers;
    private final Floor floor;
    private final List<Hatch> hatches;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// Hears what the party does not keep to itself, in a loop's thread.
    public interface Listener {
        /// Output that is neither a datagram nor a task: news of calls, notices of oddities.
        void heard(Output output, long now);
    }

    /// Binds one address and starts serving.
    ///
    /// @throws IOException when the address is taken or not ours
    public static Port open(
            InetSocketAddress bind, Party party, Clock clock, Listener listener, Tap tap)
            throws IOException {
        return open(List.of(bind), PortSettings.USUAL, party, clock, listener, tap);
    }

    /// Binds all these addresses and starts serving them. A peer is answered from the address he
    /// came to, and called first from the first address of his family.
    ///
    /// @param binds at least one; `0.0.0.0` beside `::` on one port is the same socket
    /// @throws IOException when one of the addresses is taken or not ours; none is bound then
    public static Port open(
            List<InetSocketAddress> binds,
            PortSettings settings,
            Party party,
            Clock clock,
            Listener listener,
            Tap tap)
            throws IOException {
        var tenant = new Tenant(binds, party, listener, tap);
        var sockets = Sharing.open(binds, settings);
        var loops = new ArrayList<Loop>();
        for (var own : sockets) {
            loops.add(new Loop(own, loops.size(), clock, settings));
        }
        var port = new Port(tenant, sockets, loops, clock, new Workers(1));
        for (int i = 0; i < loops.size(); i++) {
            loops.get(i).start(port.hatches.subList(i, i + 1));
        }
        return port;
    }

    /// Opens a port for each of these and serves all of them by one loop. A loop that has little to
    /// do costs most by being woken; twenty of them are woken twenty times for what one finds
    /// together. They speak in turn: who is slow keeps the others waiting.
    ///
    /// @param tenants at least one, with [#MOST_ADDRESSES] together at most
    /// @param settings with one thread
    /// @return the ports, in the same order; the loop ends when the last of them is closed
    /// @throws IOException names the address that is taken or not ours; none is bound then
    public static List<Port> together(List<Tenant> tenants, PortSettings settings, Clock clock)
            throws IOException {
        if (tenants.isEmpty() || settings.threads() > 1) {
            throw new IllegalArgumentException(
                    tenants.size() + " ports together, threads=" + settings.threads());
        }
        var sockets = Sockets.together(tenants.stream().map(Tenant::binds).toList(), settings);
        var loop = new Loop(sockets.getFirst(), 0, clock, settings);
        var workers = new Workers(tenants.size());
        var ports = new ArrayList<Port>();
        for (int i = 0; i < tenants.size(); i++) {
            var own = List.of(sockets.get(i));
            ports.add(new Port(tenants.get(i), own, List.of(loop), clock, workers));
        }
        loop.start(ports.stream().flatMap(port -> port.hatches.stream()).toList());
        return List.copyOf(ports);
    }

    /// @param sockets for each loop
    private Port(
            Tenant tenant, List<Sockets> sockets, List<Loop> loops, Clock clock, Workers workers) {
        this.addresses = sockets.getFirst().addresses();
        this.traffic = new Traffic(sockets.stream().map(Sockets::traffic).toList());
        this.workers = workers;
        this.floor = new Floor(tenant, clock, this::work, sockets.getFirst());
        var each = new ArrayList<Hatch>();
        for (int i = 0; i < loops.size(); i++) {
            each.add(new Hatch(loops.get(i), sockets.get(i), floor, clock, this::end));
        }
        this.hatches = List.copyOf(each);
    }

    /// The first of the addresses, with the port that was free if none was asked for.
    public InetSocketAddress localAddress() {
        return localAddresses().getFirst();
    }

    /// All addresses, in the order they were given.
    public List<InetSocketAddress> localAddresses() {
        return addresses;
    }

    /// The protocol's form of [#localAddress].
    public PeerAddress address() {
        return Addresses.peer(localAddress());
    }

    /// What passed, all loops together, and each ([Traffic#loops]).
    public Traffic traffic() {
        return traffic;
    }

    /// Has something done in a loop, with the time as argument; the party is drained afterwards.
    /// What one thread hands in is done in that order.
    public void run(LongConsumer wish) {
        floor.wish(wish);
        hatches.getFirst().wake();
    }

    private void work(Task task) {
        workers.perform(task, this::run);
    }

    /// Leaves all loops; without one of them a part of the peers would speak to nobody.
    private void end() {
        hatches.forEach(Hatch::close);
    }

    /// Stops the loops and frees the port. Calls in progress are not told; hang up first.
    ///
    /// Of several ports [#together] this one's party is served no more and its addresses are free;
    /// the others go on. In the thread of one of its loops this waits for nothing: the current turn
    /// is still made.
    @Override
    public void close() {
        end();
        if (!closed.getAndSet(true)) {
            workers.leave();
        }
        try {
            // A loop cannot wait for itself, nor for others while it has the floor.
            if (hatches.stream().noneMatch(Hatch::isCurrent)) {
                for (var hatch : hatches) {
                    hatch.join();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
