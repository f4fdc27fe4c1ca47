package dev.keyline.iax.sim;

import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SplittableRandom;

/// A party in the weather: what it sends and what it is sent is lost, late or spoilt, as it would
/// be in a [Network], but behind a real port and for everybody it talks with.
public final class Outdoors implements Party {
    /// The other end of every link.
    private static final PeerAddress HERE = PeerAddress.ofIPv4("0.0.0.0", 0);

    private final Party party;
    private final Sky sky;
    private final PriorityQueue<Travelling> arriving = new PriorityQueue<>(Travelling.FIRST);
    private final PriorityQueue<Travelling> leaving = new PriorityQueue<>(Travelling.FIRST);
    private final Queue<Output> outbox = new ArrayDeque<>();
    private long now;
    private long order;
    private long quietUntil = Long.MAX_VALUE;

    private record Travelling(long at, long order, PeerAddress peer, Bytes datagram) {
        private static final Comparator<Travelling> FIRST =
                Comparator.comparingLong(Travelling::at).thenComparingLong(Travelling::order);
    }

    private Outdoors(Party party, Weather weather, long seed) {
        this.party = party;
        this.sky = new Sky(weather, new SplittableRandom(seed));
    }

    /// The party itself when nothing happens in this weather.
    ///
    /// @param seed decides all that is left to chance
    public static Party of(Party party, Weather weather, long seed) {
        boolean still = weather.equals(new Weather(0, 0, 0, 0, 0, 0));
        return still ? party : new Outdoors(party, weather, seed);
    }

    @Override
    public void receive(PeerAddress from, byte[] datagram, int length, long time) {
        now = time;
        for (var arrival : sky.carry(from, HERE, Bytes.copyOf(datagram, 0, length))) {
            arriving.add(new Travelling(now + arrival.after(), order++, from, arrival.datagram()));
        }
        deliver();
    }

    @Override
    public void wake(long time) {
        now = time;
        deliver();
        party.wake(time);
    }

    private void deliver() {
        while (!arriving.isEmpty() && arriving.peek().at() <= now) {
            var next = arriving.remove();
            var octets = next.datagram().toArray();
            party.receive(next.peer(), octets, octets.length, now);
            drain();
        }
    }

    private void drain() {
        while (true) {
            switch (party.poll()) {
                case Output.Send(var to, var datagram) -> send(to, Bytes.copyOf(datagram));
                case Output.Quiet(long until) -> {
                    quietUntil = until;
                    return;
                }
                case Output other -> outbox.add(other);
            }
        }
    }

    private void send(PeerAddress to, Bytes datagram) {
        for (var arrival : sky.carry(HERE, to, datagram)) {
            leaving.add(new Travelling(now + arrival.after(), order++, to, arrival.datagram()));
        }
    }

    @Override
    public Output poll() {
        drain();
        if (!outbox.isEmpty()) {
            return outbox.remove();
        }
        if (!leaving.isEmpty() && leaving.peek().at() <= now) {
            var next = leaving.remove();
            return new Output.Send(next.peer(), next.datagram().toArray());
        }
        return new Output.Quiet(Math.min(quietUntil, Math.min(due(arriving), due(leaving))));
    }

    private static long due(PriorityQueue<Travelling> queue) {
        return queue.isEmpty() ? Long.MAX_VALUE : queue.peek().at();
    }
}
