package dev.keyline.tools.load;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Endpoint;
import dev.keyline.iax.endpoint.Outlet;
import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.trunk.TrunkSettings;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.tools.load.Tally.Count;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Many callers behind one port. With several ports each has a generator of its own, and they deal
/// the calls among them like cards.
public final class Generator implements Party {
    private final Scenario scenario;
    private final Destinations destinations;
    private final Share share;
    private final Endpoint endpoint;
    private final Tally tally = new Tally();
    private final Line line;
    private final Map<CallId, Caller> callers = new HashMap<>();
    private final Map<CallId, Enrollee> enrollees = new HashMap<>();
    private final TickRing<TickRing.Ticking> ring =
            new TickRing<>(many -> tally().count(Count.SKIPPED, many));
    private long now;
    private long start = Long.MIN_VALUE;
    private long next;
    private boolean finishing;

    /// Which calls are ours: number `first`, and every `of`th after it.
    public record Share(int first, int of) {
        public static final Share ALL = new Share(0, 1);

        /// Our part of so many.
        int part(int all) {
            return all / of + (first < all % of ? 1 : 0);
        }
    }

    public Generator(
            Scenario scenario,
            Destinations destinations,
            Share share,
            KeyRing ring,
            RandomGenerator chance) {
        this.scenario = scenario;
        this.destinations = destinations;
        this.share = share;
        var trunk = TrunkSettings.USUAL.withMtu(scenario.trunkMtu());
        var config = Bearing.of(scenario.ping(), trunk);
        this.endpoint = new Endpoint(config, Door.CLOSED, ring, chance);
        this.line = new Line(endpoint, tally);
        this.next = share.first();
    }

    @Override
    public void receive(PeerAddress from, byte[] datagram, int length, long time) {
        now = time;
        endpoint.receive(from, datagram, length, time);
        act();
    }

    @Override
    public void wake(long time) {
        now = time;
        start = start == Long.MIN_VALUE ? time : start;
        endpoint.wake(time);
        act();
    }

    @Override
    public void outlet(Outlet outlet) {
        endpoint.outlet(outlet);
    }

    private void act() {
        ring.run(now);
        while (mayBegin() && nextBegin() <= now) {
            begin(scenario.turn(next), (int) next);
            next += share.of();
        }
    }

    /// A call that has to wait until another is over moves all that follow: the rate stays what it
    /// is.
    private boolean mayBegin() {
        if (!hasRoom() && nextBegin() <= now) {
            start += now - nextBegin() + 1;
        }
        return hasRoom() && !finishing;
    }

    private boolean hasRoom() {
        return ring.size() < share.part(scenario.limit());
    }

    /// Without room there is a tick of the ring soon, and then another look.
    private long due() {
        return Math.min(ring.due(), hasRoom() ? nextBegin() : Long.MAX_VALUE);
    }

    private long nextBegin() {
        long after = finishing ? Long.MAX_VALUE : scenario.pacing().begin(next);
        return after == Long.MAX_VALUE ? Long.MAX_VALUE : start + after;
    }

    private void begin(Scenario.Turn turn, int call) {
        tally.count(Count.ATTEMPTED);
        tally.alive(1);
        switch (turn.role()) {
            case Role.Calling role -> {
                var id = endpoint.dial(destinations.of(role, turn.count()), now);
                var caller = new Caller(line, role, id, call, now);
                callers.put(id, caller);
                ring.add(caller, now);
            }
            case Role.Registering role -> {
                var id = endpoint.register(destinations.of(role, turn.count()), now);
                var enrollee = new Enrollee(line, role, id, now);
                enrollees.put(id, enrollee);
                ring.add(enrollee, now);
            }
        }
    }

    @Override
    public Output poll() {
        while (true) {
            switch (endpoint.poll()) {
                case Output.News(var id, var event) -> happened(id, event);
                case Output.Registry(var id, var event) -> {
                    var enrollee = enrollees.get(id);
                    if (enrollee != null) {
                        enrollee.happened(event, now);
                        enrollees.values().removeIf(Enrollee::isOver);
                    }
                }
                case Output.Quiet(long until) -> {
                    return new Output.Quiet(Math.min(until, due()));
                }
                case Output other -> {
                    return other;
                }
            }
        }
    }

    private void happened(CallId id, CallEvent event) {
        var caller = callers.get(id);
        if (caller != null) {
            caller.happened(event, now);
        }
        if (event instanceof CallEvent.Ended) {
            callers.remove(id);
        }
    }

    /// No further call begins, and all that are there end.
    public void finish(long time) {
        now = time;
        finishing = true;
        List.copyOf(callers.values()).forEach(caller -> caller.leave(time));
        List.copyOf(enrollees.values()).forEach(enrollee -> enrollee.leave(time));
        enrollees.clear();
    }

    /// Whether all calls have been made and are over.
    public boolean isDone() {
        return nextBegin() == Long.MAX_VALUE && tally.live() == 0 && endpoint.liveCalls() == 0;
    }

    /// What happened so far.
    public Tally tally() {
        return tally;
    }
}
