package dev.keyline.iax.net;

import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.endpoint.Task;
import dev.keyline.iax.wire.PeerAddress;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Where loops speak with the party: one at a time has the floor, for one turn. What the party says
/// meanwhile leaves by that loop's sockets, whoever it is for.
///
/// A loop that is alone has the lock as well: once a turn, beside calls of the kernel, and nobody
/// else wants it.
final class Floor {
    private static final Logger LOG = System.getLogger(Port.class.getName());

    /// Nanoseconds; long enough that a fault which comes back each time does not fill the log.
    private static final long AFTER_A_FAULT = 100_000_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Party party;
    private final Clock clock;
    private final Port.Listener listener;
    private final Tap tap;
    private final Consumer<Task> work;
    private final ConcurrentLinkedQueue<LongConsumer> wishes = new ConcurrentLinkedQueue<>();
    private Sockets sockets;
    private boolean begun;
    private long quietUntil = Long.MAX_VALUE;

    /// @param first the sockets of one of the loops
    /// @param work has a task performed, and its outcome handed in as a wish
    Floor(Tenant tenant, Clock clock, Consumer<Task> work, Sockets first) {
        this.party = tenant.party();
        this.listener = tenant.listener();
        this.tap = tenant.tap();
        this.clock = clock;
        this.work = work;
        this.sockets = first;
    }

    /// Any thread: something to be done by whoever has the floor next.
    void wish(LongConsumer wish) {
        wishes.add(wish);
    }

    /// Any thread: whether somebody should come.
    boolean hasWishes() {
        return !wishes.isEmpty();
    }

    /// Waits for the floor; the rest of this class is for who has it.
    ///
    /// @param by its sockets
    void take(Sockets by) {
        lock.lock();
        sockets = by;
    }

    void leave() {
        lock.unlock();
    }

    /// The first of all loops wakes the party, before anything is handed in.
    void begin() {
        if (!begun) {
            begun = true;
            party.outlet(this::send);
            guarded(party::wake);
        }
    }

    /// When the party wants to be woken, nanoseconds of the clock.
    long quietUntil() {
        return quietUntil;
    }

    /// How long the party lets datagrams wait for each other.
    long patience(long usual) {
        return party.patience(usual);
    }

    /// A datagram has come; [#serve] follows.
    void received(PeerAddress from, byte[] octets, int length) {
        long now = clock.now();
        tap.saw(false, from, octets, length, now);
        try {
            party.receive(from, octets, length, now);
        } catch (RuntimeException bug) {
            report(bug);
        }
    }

    /// Hears what the party says to what has come, grants wishes, and wakes it if it is time.
    ///
    /// @return whether there was anything to do
    boolean serve(int datagrams) {
        if (datagrams > 0) {
            drain();
        }
        boolean granted = grant();
        boolean due = clock.now() >= quietUntil;
        if (due) {
            guarded(party::wake);
        }
        return datagrams > 0 || granted || due;
    }

    private boolean grant() {
        boolean any = false;
        for (var wish = wishes.poll(); wish != null; wish = wishes.poll()) {
            guarded(wish);
            any = true;
        }
        return any;
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
                case Output.Work(var task) -> work.accept(task);
                case Output.Quiet(long until) -> {
                    quietUntil = until;
                    return;
                }
                case Output other -> listener.heard(other, clock.now());
            }
        }
    }

    private void send(PeerAddress to, byte[] octets, int offset, int length) {
        if (!tap.equals(Tap.NONE)) {
            var seen = offset == 0 ? octets : Arrays.copyOfRange(octets, offset, offset + length);
            tap.saw(true, to, seen, length, clock.now());
        }
        sockets.send(to, octets, offset, length);
    }
}
