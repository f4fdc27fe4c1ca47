package dev.keyline.iax.sim;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// Applies the weather to datagrams, link by link.
final class Sky {
    private final SplittableRandom chance;
    private final Map<Link, Boolean> lostLast = new HashMap<>();
    private final Set<Link> cuts = new HashSet<>();
    private Weather weather;

    private record Link(PeerAddress from, PeerAddress to) {}

    /// @param after nanoseconds from now
    record Arrival(long after, Bytes datagram) {}

    Sky(Weather weather, SplittableRandom chance) {
        this.weather = weather;
        this.chance = chance;
    }

    void cut(PeerAddress from, PeerAddress to) {
        cuts.add(new Link(from, to));
    }

    void change(Weather next) {
        weather = next;
    }

    /// What arrives of one datagram: nothing, it, or it twice.
    List<Arrival> carry(PeerAddress from, PeerAddress to, Bytes datagram) {
        var arrivals = new ArrayList<Arrival>();
        var link = new Link(from, to);
        if (cuts.contains(link) || isLost(link)) {
            return arrivals;
        }
        arrivals.add(arrival(datagram));
        if (happens(weather.duplicate())) {
            arrivals.add(arrival(datagram));
        }
        return arrivals;
    }

    private boolean isLost(Link link) {
        boolean after = lostLast.getOrDefault(link, false);
        boolean lost = happens(after ? Math.max(weather.loss(), weather.burst()) : weather.loss());
        lostLast.put(link, lost);
        return lost;
    }

    private Arrival arrival(Bytes datagram) {
        long late = weather.jitter() == 0 ? 0 : chance.nextLong(weather.jitter() + 1);
        return new Arrival(
                weather.delay() + late, happens(weather.corrupt()) ? flipped(datagram) : datagram);
    }

    private Bytes flipped(Bytes datagram) {
        if (datagram.isEmpty()) {
            return datagram;
        }
        var octets = datagram.toArray();
        octets[chance.nextInt(octets.length)] ^= (byte) (1 << chance.nextInt(8));
        return Bytes.copyOf(octets);
    }

    private boolean happens(double probability) {
        return probability > 0 && chance.nextDouble() < probability;
    }
}
