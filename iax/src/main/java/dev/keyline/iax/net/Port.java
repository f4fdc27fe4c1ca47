package dev.keyline.iax.net;

import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.endpoint.Task;
import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;

/// The UDP sockets of one party and the loops that serve them, usually one.
///
/// Everything a party does happens in a loop's thread, in one of them at a time. Others hand in
/// wishes by [#run], and slow tasks are performed on other threads and come back as wishes.
public final class Port implements AutoCloseable {
    private final List<InetSocketAddress> addresses;
    private final Traffic traffic;
    private final Floor floor;
    private final List<Loop> loops;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(
                    Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                    Thread.ofPlatform().daemon().name("keyline-worker-", 0).factory());

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
        var sockets = Sharing.open(binds, settings);
        var port = new Port(sockets, settings, party, clock, listener, tap);
        port.loops.forEach(Loop::start);
        return port;
    }

    private Port(
            List<Sockets> sockets,
            PortSettings settings,
            Party party,
            Clock clock,
            Listener listener,
            Tap tap) {
        this.addresses = sockets.getFirst().addresses();
        this.traffic = new Traffic(sockets.stream().map(Sockets::traffic).toList());
        this.floor = new Floor(party, clock, listener, tap, this::work, sockets.getFirst());
        this.loops = loops(sockets, settings, clock);
    }

    private List<Loop> loops(List<Sockets> sockets, PortSettings settings, Clock clock) {
        var each = new ArrayList<Loop>();
        for (var own : sockets) {
            each.add(new Loop(name(each.size()), own, floor, clock, settings, this::end));
        }
        return List.copyOf(each);
    }

    private String name(int before) {
        var name = "keyline-port-" + localAddress().getPort();
        return before == 0 ? name : name + "-" + (before + 1);
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
        loops.getFirst().wake();
    }

    private void work(Task task) {
        workers.execute(() -> perform(task));
    }

    private void perform(Task task) {
        var outcome = task.perform();
        run(outcome::apply);
    }

    /// Ends all loops; without one of them a part of the peers would speak to nobody.
    private void end() {
        loops.forEach(Loop::end);
    }

    /// Stops the loops and frees the port. Calls in progress are not told; hang up first.
    @Override
    public void close() {
        end();
        workers.shutdown();
        try {
            // A loop cannot wait for itself, nor for others while it has the floor.
            if (loops.stream().noneMatch(Loop::isCurrent)) {
                for (var loop : loops) {
                    loop.join();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
