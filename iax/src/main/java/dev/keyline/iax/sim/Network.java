package dev.keyline.iax.sim;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.registration.RegistrationEvent;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

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
    private final Agenda agenda = new Agenda();
    private final List<Invariant> invariants = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private long now;

    /// A datagram handed to the network, whatever became of it.
    public record Passage(long at, PeerAddress from, PeerAddress to, Bytes datagram) {}

    /// Who hears the news of a party.
    public interface Listener {
        void news(CallId call, CallEvent event, long now);

        default void registry(CallId registration, RegistrationEvent event, long now) {}

        default void sounded(CallId poke, OptionalLong roundTrip, long now) {}

        default void noticed(Output.Notice notice, long now) {}
    }

    /// An empty world.
    ///
    /// @param seed decides all that is left to chance
    public Network(long seed, Weather weather) {
        this.seed = seed;
        this.chance = new SplittableRandom(seed);
        this.sky = new Sky(weather, chance.split());
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
        seatAt(address).takenBy(fresh);
        fresh.wake(now);
        drain(seatAt(address));
    }

    /// From now on the world sees a party at another address, as behind a NAT that has forgotten
    /// where it was. What is sent to the old one is lost.
    public void rebind(PeerAddress before, PeerAddress after) {
        var seat = seatAt(before);
        seats.remove(before);
        seat.moveTo(after);
        seats.put(after, seat);
    }

    /// Time passes without this party, as if its process were suspended: what comes for it waits,
    /// and its deadlines are noticed late. What it is told to do meanwhile is the scene's mistake.
    public void stall(PeerAddress who, long nanos) {
        seatAt(who).stalledUntil(now + nanos);
    }

    /// Whether time passes without this party now.
    public boolean isStalled(PeerAddress who) {
        return seatAt(who).isStalled(now);
    }

    /// Whether nothing is planned, no datagram is on its way and no deadline runs.
    public boolean isQuiet() {
        return agenda.next() == Long.MAX_VALUE
                && seats.values().stream().noneMatch(Seat::hasDeadline);
    }

    /// Does something with a party now, and drains it.
    public void act(PeerAddress who, Runnable what) {
        what.run();
        drain(seatAt(who));
        check();
    }

    /// Plans something for a later time, counted from now.
    public void in(long nanos, PeerAddress who, Runnable what) {
        plan(now + nanos, seatAt(who), what);
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
        var sleeper = firstDue();
        long deadline = sleeper == null ? Long.MAX_VALUE : sleeper.due();
        long next = Math.min(agenda.next(), deadline);
        if (next > end || next == Long.MAX_VALUE) {
            return false;
        }
        now = Math.max(now, next);
        if (sleeper == null || agenda.next() <= deadline) {
            agenda.take().run();
        } else {
            sleeper.party().wake(now);
            drain(sleeper);
        }
        return true;
    }

    private @Nullable Seat firstDue() {
        Seat first = null;
        for (var seat : seats.values()) {
            if (first == null || seat.due() < first.due()) {
                first = seat;
            }
        }
        return first;
    }

    private void drain(Seat seat) {
        while (true) {
            var listener = seat.listener();
            switch (seat.party().poll()) {
                case Output.Send(var to, var datagram) ->
                        send(seat.address(), to, Bytes.copyOf(datagram));
                case Output.News(var call, var event) -> listener.news(call, event, now);
                case Output.Registry(var id, var event) -> listener.registry(id, event, now);
                case Output.Sounded(var id, var trip) -> listener.sounded(id, trip, now);
                case Output.Work(var task) -> {
                    var outcome = task.perform();
                    plan(now + TASK_TIME, seat, () -> outcome.apply(now));
                }
                case Output.Notice notice -> listener.noticed(notice, now);
                case Output.Quiet(long until) -> {
                    seat.quietUntil(until);
                    if (until <= now) {
                        throw new SceneFailure(
                                seat.address() + " is quiet until the past", seed, now);
                    }
                    return;
                }
            }
        }
    }

    private void send(PeerAddress from, PeerAddress to, Bytes datagram) {
        passages.add(new Passage(now, from, to, datagram));
        for (var arrival : sky.carry(from, to, datagram)) {
            agenda.add(now + arrival.after(), () -> deliver(from, to, arrival.datagram()));
        }
    }

    private void deliver(PeerAddress from, PeerAddress to, Bytes datagram) {
        var seat = seats.get(to);
        if (seat != null) {
            var octets = datagram.toArray();
            happen(seat, () -> seat.party().receive(from, octets, octets.length, now));
        }
    }

    private void plan(long at, Seat seat, Runnable what) {
        agenda.add(at, () -> happen(seat, what));
    }

    /// Does something with a party, as soon as time passes for it.
    private void happen(Seat seat, Runnable what) {
        if (seat.isStalled(now)) {
            plan(seat.stalledUntil(), seat, what);
        } else {
            what.run();
            drain(seat);
        }
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
