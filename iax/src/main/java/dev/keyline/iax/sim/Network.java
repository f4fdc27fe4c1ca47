package dev.keyline.iax.sim;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.registration.RegistrationEvent;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/// A world of parties, a clock, and weather between them.
///
/// The clock stands still while a party acts, and jumps to whichever comes first: a delivery, the
/// outcome of a task, a deadline, or something the scene has planned.
public final class Network {
    /// How long a handed-out task takes here: about what an RSA signature does.
    private static final long TASK_TIME = 200_000;

    private static final int MAX_EVENTS = 50_000_000;

    private final long seed;
    private final SplittableRandom chance;
    private final Sky sky;
    private final Map<PeerAddress, Seat> seats = new LinkedHashMap<>();
    private final PriorityQueue<Planned> agenda =
            new PriorityQueue<>(
                    Comparator.comparingLong(Planned::at).thenComparingLong(Planned::order));
    private final List<Invariant> invariants = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private long now;
    private long order;

    private record Planned(long at, long order, Runnable what) {}

    /// A datagram handed to the network, whatever became of it.
    public record Passage(long at, PeerAddress from, PeerAddress to, Bytes datagram) {}

    /// Who hears the news of a party.
    public interface Listener {
        void news(CallId call, CallEvent event, long now);

        default void registry(CallId registration, RegistrationEvent event, long now) {}

        default void sounded(CallId poke, OptionalLong roundTrip, long now) {}
    }

    /// An empty world.
    ///
    /// @param seed decides all that is left to chance
    public Network(long seed, Weather weather) {
        this.seed = seed;
        this.chance = new SplittableRandom(seed);
        this.sky = new Sky(weather, chance.split());
    }

    private static final class Seat {
        private final PeerAddress address;
        private Party party;
        private final Listener listener;
        private long quietUntil = Long.MAX_VALUE;

        Seat(PeerAddress address, Party party, Listener listener) {
            this.address = address;
            this.party = party;
            this.listener = listener;
        }
    }

    /// A source of chance for a party, reproducible from the seed.
    public SplittableRandom chance() {
        return chance.split();
    }

    public long seed() {
        return seed;
    }

    public long now() {
        return now;
    }

    /// Everything sent so far.
    public List<Passage> passages() {
        return List.copyOf(passages);
    }

    /// How many datagrams have been sent so far.
    public int sent() {
        return passages.size();
    }

    /// One of the datagrams sent so far, counted from 0.
    public Passage passage(int index) {
        return passages.get(index);
    }

    public Network with(Invariant invariant) {
        invariants.add(invariant);
        return this;
    }

    public void weather(Weather weather) {
        sky.change(weather);
    }

    /// Nothing arrives any more from one address at another, in this direction.
    public void cut(PeerAddress from, PeerAddress to) {
        sky.cut(from, to);
    }

    /// Gives a party an address. Its news go to the listener.
    public void attach(PeerAddress address, Party party, Listener listener) {
        var seat = new Seat(address, party, listener);
        seats.put(address, seat);
        party.wake(now);
        drain(seat);
    }

    /// For a party that keeps its news to itself, such as an exchange.
    public void attach(PeerAddress address, Party party) {
        attach(address, party, (_, _, _) -> {});
    }

    /// The party at this address loses its memory: another takes its place, as after a restart.
    public void restart(PeerAddress address, Party fresh) {
        seatAt(address).party = fresh;
        fresh.wake(now);
        drain(seatAt(address));
    }

    /// Does something with a party now, and drains it.
    public void act(PeerAddress who, Runnable what) {
        what.run();
        drain(seatAt(who));
        check();
    }

    /// Plans something for a later time, counted from now.
    public void in(long nanos, PeerAddress who, Runnable what) {
        plan(
                now + nanos,
                () -> {
                    what.run();
                    drain(seatAt(who));
                });
    }

    /// Throws a datagram at an address, from anywhere; the weather does not touch it.
    public void inject(PeerAddress from, PeerAddress to, Bytes datagram) {
        deliver(from, to, datagram);
        check();
    }

    private Seat seatAt(PeerAddress address) {
        var seat = seats.get(address);
        if (seat == null) {
            throw new IllegalArgumentException("nobody sits at " + address);
        }
        return seat;
    }

    /// Runs until this much time has passed.
    public void run(long nanos) {
        long end = now + nanos;
        while (step(end)) {
            check();
        }
        now = end;
    }

    /// Runs until nothing is planned, no datagram is on its way and no deadline runs, or this much
    /// time has passed.
    public void runUntilQuiet(long atMost) {
        long end = now + atMost;
        int events = 0;
        while (step(end)) {
            check();
            if (++events > MAX_EVENTS) {
                throw new SceneFailure("the scene does not come to rest", seed, now);
            }
        }
    }

    private boolean step(long end) {
        long next = agenda.isEmpty() ? Long.MAX_VALUE : agenda.peek().at();
        var sleeper = seats.values().stream().min(Comparator.comparingLong(s -> s.quietUntil));
        long deadline = sleeper.map(s -> s.quietUntil).orElse(Long.MAX_VALUE);
        if (Math.min(next, deadline) > end || Math.min(next, deadline) == Long.MAX_VALUE) {
            return false;
        }
        if (next <= deadline) {
            now = Math.max(now, next);
            agenda.remove().what().run();
        } else {
            now = Math.max(now, deadline);
            var seat = sleeper.orElseThrow();
            seat.party.wake(now);
            drain(seat);
        }
        return true;
    }

    private void drain(Seat seat) {
        while (true) {
            switch (seat.party.poll()) {
                case Output.Send(var to, var datagram) ->
                        send(seat.address, to, Bytes.copyOf(datagram));
                case Output.News(var call, var event) -> seat.listener.news(call, event, now);
                case Output.Registry(var id, var event) -> seat.listener.registry(id, event, now);
                case Output.Sounded(var id, var trip) -> seat.listener.sounded(id, trip, now);
                case Output.Work(var task) -> {
                    var outcome = task.perform();
                    plan(
                            now + TASK_TIME,
                            () -> {
                                outcome.apply(now);
                                drain(seat);
                            });
                }
                case Output.Notice _ -> {}
                case Output.Quiet(long until) -> {
                    seat.quietUntil = until;
                    if (until <= now) {
                        throw new SceneFailure(
                                seat.address + " is quiet until the past", seed, now);
                    }
                    return;
                }
            }
        }
    }

    private void send(PeerAddress from, PeerAddress to, Bytes datagram) {
        passages.add(new Passage(now, from, to, datagram));
        for (var arrival : sky.carry(from, to, datagram)) {
            plan(now + arrival.after(), () -> deliver(from, to, arrival.datagram()));
        }
    }

    private void deliver(PeerAddress from, PeerAddress to, Bytes datagram) {
        var seat = seats.get(to);
        if (seat != null) {
            var octets = datagram.toArray();
            seat.party.receive(from, octets, octets.length, now);
            drain(seat);
        }
    }

    private void plan(long at, Runnable what) {
        agenda.add(new Planned(at, order++, what));
    }

    private void check() {
        for (var invariant : invariants) {
            var wrong = invariant.check(this);
            if (!wrong.isEmpty()) {
                throw new SceneFailure(wrong, seed, now);
            }
        }
    }
}
