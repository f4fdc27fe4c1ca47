package dev.keyline.iax.sim;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/// Addresses that nobody has to do with, which send whatever comes to their mind: noise, and what
/// they overheard, whole or damaged.
final class Strangers {
    private final Network net;
    private final SplittableRandom chance;
    private final Map<PeerAddress, Integer> sent = new HashMap<>();
    private int knocks;

    Strangers(Network net, SplittableRandom chance) {
        this.net = net;
        this.chance = chance;
    }

    boolean include(PeerAddress address) {
        return sent.containsKey(address);
    }

    int sentBy(PeerAddress stranger) {
        return sent.getOrDefault(stranger, 0);
    }

    /// How often one of them sent something.
    int knocks() {
        return knocks;
    }

    void knockAt(PeerAddress door) {
        var from = PeerAddress.ofIPv4("10.9.9." + (1 + chance.nextInt(5)), 4569);
        var datagram = chance.nextInt(4) == 0 || net.sent() == 0 ? noise() : overheard();
        knocks++;
        sent.merge(from, datagram.length(), Integer::sum);
        net.inject(from, door, datagram);
    }

    private Bytes noise() {
        var octets = new byte[chance.nextInt(60)];
        chance.nextBytes(octets);
        return Bytes.copyOf(octets);
    }

    private Bytes overheard() {
        var octets = net.passage(chance.nextInt(net.sent())).datagram().toArray();
        if (chance.nextBoolean()) {
            octets[chance.nextInt(octets.length)] ^= (byte) (1 << chance.nextInt(8));
        }
        return Bytes.copyOf(octets);
    }
}
