package dev.keyline.iax.net;

import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.endpoint.Task;
import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/// The UDP sockets of one party and the one loop that serves them.
///
/// Everything a party does happens in the loop's thread. Others hand in wishes by [#run], and slow
/// tasks are performed on other threads and come back as wishes.
public final class Port implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Port.class.getName());

    /// Nanoseconds; long enough that a fault which comes back each time does not fill the log.
    private static final long AFTER_A_FAULT = 100_000_000;

    private final Party party;
    private final Listener listener;
    private final Tap tap;
    private final Clock clock;
    private final Sockets sockets;
    private final Coalescing coalescing;
    private final long busyPoll;
    private final ConcurrentLinkedQueue<LongConsumer> wishes = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final ExecutorService workers =
            Executors.newFixedThreadPool(
                    Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                    Thread.ofPlatform().daemon().name("keyline-worker-", 0).factory());
    private final Thread loop;
    private long quietUntil = Long.MAX_VALUE;
    private long lastDatagram;

    /// Hears what the party does not keep to itself, in the loop's thread.
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

    /// Binds all these addresses and starts serving them in one loop. A peer is answered from the
    /// address he came to, and called first from the first address of his family.
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
        var sockets = Sockets.open(binds, settings);
        var port = new Port(sockets, settings, party, clock, listener, tap);
        port.loop.start();
        return port;
    }

    private Port(
            Sockets sockets,
            PortSettings settings,
            Party party,
            Clock clock,
            Listener listener,
            Tap tap) {
        this.sockets = sockets;
        this.coalescing = new Coalescing(settings.coalesce());
        this.busyPoll = settings.busyPoll();
        this.party = party;
        this.clock = clock;
        this.listener = listener;
        this.tap = tap;
        this.loop =
                Thread.ofPlatform()
                        .name("keyline-port-" + localAddress().getPort())
                        .unstarted(this::serve);
    }

    /// The first of the addresses, with the port that was free if none was asked for.
    public InetSocketAddress localAddress() {
        return localAddresses().getFirst();
    }

    /// All addresses, in the order they were given.
    public List<InetSocketAddress> localAddresses() {
        return sockets.addresses();
    }

    /// The protocol's form of [#localAddress].
    public PeerAddress address() {
        return Addresses.peer(localAddress());
    }

    public Traffic traffic() {
        return sockets.traffic();
    }

    /// Has something done in the loop, with the time as argument; the party is drained afterwards.
    public void run(LongConsumer wish) {
        wishes.add(wish);
        sockets.wakeup();
    }

    private void serve() {
        var inboxes = sockets.inboxes(this::received);
        try (sockets) {
            party.outlet(this::send);
            guarded(party::wake);
            boolean rested = false;
            while (open.get()) {
                if (rested) {
                    sockets.skip();
                } else {
                    sockets.await(patience());
                }
                rested = rest(turn(inboxes));
            }
        } catch (IOException e) {
            LOG.log(Level.ERROR, "port " + localAddress() + " is closed: " + e.getMessage(), e);
        }
    }

    /// One turn of the loop.
    ///
    /// @return how many datagrams have come
    private int turn(Inbox[] inboxes) throws IOException {
        int datagrams = sockets.receive(inboxes);
        drain();
        grant();
        if (clock.now() >= quietUntil) {
            guarded(party::wake);
        }
        sockets.flush();
        return datagrams;
    }

    /// Nanoseconds that the loop may wait for something to happen.
    private long patience() {
        long now = clock.now();
        if (!wishes.isEmpty() || now - lastDatagram < busyPoll) {
            return 0;
        }
        return quietUntil == Long.MAX_VALUE ? Long.MAX_VALUE : Math.max(0, quietUntil - now);
    }

    private void received(PeerAddress from, byte[] octets, int length) {
        long now = clock.now();
        lastDatagram = now;
        tap.saw(false, from, octets, length, now);
        try {
            party.receive(from, octets, length, now);
        } catch (RuntimeException bug) {
            report(bug);
        }
    }

    /// @return whether it rested, and so the next batch has come
    private boolean rest(int datagrams) {
        long now = clock.now();
        long pause = Math.min(coalescing.served(datagrams, now, party), quietUntil - now);
        boolean rests = pause > 0 && busyPoll == 0 && wishes.isEmpty();
        if (rests) {
            LockSupport.parkNanos(pause);
        }
        return rests;
    }

    private void grant() {
        for (var wish = wishes.poll(); wish != null; wish = wishes.poll()) {
            guarded(wish);
        }
    }

    private void guarded(LongConsumer what) {
        try {
            what.accept(clock.now());
        } catch (RuntimeException bug) {
            report(bug);
        }
        drain();
    }

    /// Our own bugs end loudly what they touch, and nothing else.
    private static void report(RuntimeException bug) {
        LOG.log(Level.ERROR, "a fault in Keyline, please report it", bug);
    }

    /// What a party does while it is drained, an exchange its dialplan for one, may fail as well;
    /// the rest of its output is asked for after a moment.
    private void drain() {
        try {
            drainAll();
        } catch (RuntimeException bug) {
            report(bug);
            quietUntil = clock.now() + AFTER_A_FAULT;
        }
    }

    private void drainAll() {
        while (true) {
            switch (party.poll()) {
                case Output.Send(var to, var datagram) -> send(to, datagram, 0, datagram.length);
                case Output.Work(var task) -> workers.execute(() -> perform(task));
                case Output.Quiet(long until) -> {
                    quietUntil = until;
                    return;
                }
                case Output other -> listener.heard(other, clock.now());
            }
        }
    }

    private void perform(Task task) {
        var outcome = task.perform();
        run(outcome::apply);
    }

    private void send(PeerAddress to, byte[] octets, int offset, int length) {
        if (!tap.equals(Tap.NONE)) {
            var seen = offset == 0 ? octets : Arrays.copyOfRange(octets, offset, offset + length);
            tap.saw(true, to, seen, length, clock.now());
        }
        sockets.send(to, octets, offset, length);
    }

    /// Stops the loop and frees the port. Calls in progress are not told; hang up first.
    @Override
    public void close() {
        open.set(false);
        sockets.wakeup();
        workers.shutdown();
        try {
            if (Thread.currentThread() != loop) {
                loop.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
