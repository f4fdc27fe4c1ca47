package dev.keyline.iax.jitter;

import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.sim.Network;
import dev.keyline.iax.sim.Weather;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/// Arrivals to try buffers with: recorded in weather on the simulated network, or made for one
/// trouble that weather does not have.
final class Arrivals {
    static final long MILLIS = 1_000_000;
    static final int BLOCK = 20;
    private static final PeerAddress SPEAKER = PeerAddress.ofIPv4("192.0.2.1", 4569);
    private static final PeerAddress LISTENER = PeerAddress.ofIPv4("192.0.2.2", 4569);

    private Arrivals() {}

    /// A minute of voice in this weather, and more if wanted.
    static List<Arrival> recorded(Weather weather, int blocks, long seed) {
        var network = new Network(seed, weather);
        var listener = new Listener();
        network.attach(LISTENER, listener);
        network.attach(SPEAKER, new Speaker(blocks));
        network.runUntilQuiet(Long.MAX_VALUE / 4);
        return listener.heard;
    }

    /// Voice with a way of its own: `way` says how many nanoseconds block n takes, `spoken` whether
    /// there is one at all.
    static List<Arrival> made(int blocks, IntPredicate spoken, IntToLongFunction way) {
        var all = new ArrayList<Arrival>();
        for (int i = 0; i < blocks; i++) {
            if (spoken.test(i)) {
                all.add(new Arrival(i * (BLOCK * MILLIS) + way.applyAsLong(i), i * BLOCK));
            }
        }
        all.sort(Comparator.comparingLong(Arrival::at));
        return all;
    }

    /// Every five seconds nothing comes for a while, and then all at once.
    static List<Arrival> heldUp(int blocks, int millis, long seed) {
        var chance = new SplittableRandom(seed);
        return made(
                blocks,
                _ -> true,
                i -> {
                    int into = i * BLOCK % 5000;
                    int left = into < 2000 || into > 2000 + millis ? 0 : 2000 + millis - into;
                    return (20L + left) * MILLIS + chance.nextLong(4 * MILLIS);
                });
    }

    /// For a third of the time the way is longer.
    static List<Arrival> detour(int blocks, int millis, long seed) {
        var chance = new SplittableRandom(seed);
        return made(
                blocks,
                _ -> true,
                i ->
                        (i > blocks / 3 && i < blocks * 2 / 3 ? 20L + millis : 20L) * MILLIS
                                + chance.nextLong(4 * MILLIS));
    }

    /// The speaker's clock is slow or fast.
    static List<Arrival> drifting(int blocks, int partsPerMillion, long seed) {
        var chance = new SplittableRandom(seed);
        return made(
                blocks,
                _ -> true,
                i ->
                        200 * MILLIS
                                + (long) i * BLOCK * partsPerMillion
                                + chance.nextLong(4 * MILLIS));
    }

    /// A second of speech, a second of nothing, in uneven air.
    static List<Arrival> pausing(int blocks, long seed) {
        var chance = new SplittableRandom(seed);
        return made(blocks, i -> i / 50 % 2 == 0, _ -> 20 * MILLIS + chance.nextLong(30 * MILLIS));
    }

    private static final class Speaker implements Party {
        private final int blocks;
        private int said;
        private int due;

        Speaker(int blocks) {
            this.blocks = blocks;
        }

        @Override
        public void receive(PeerAddress from, byte[] datagram, int length, long now) {}

        @Override
        public void wake(long now) {
            due = (int) (now / (BLOCK * MILLIS));
        }

        @Override
        public Output poll() {
            if (said <= Math.min(due, blocks - 1)) {
                var stamp = new dev.keyline.iax.wire.Writer().i32(said++ * BLOCK).toArray();
                return new Output.Send(LISTENER, stamp);
            }
            return new Output.Quiet(said < blocks ? said * (BLOCK * MILLIS) : Long.MAX_VALUE);
        }
    }

    private static final class Listener implements Party {
        private final List<Arrival> heard = new ArrayList<>();

        @Override
        public void receive(PeerAddress from, byte[] datagram, int length, long now) {
            var stamp = Bytes.copyOf(datagram, 0, length);
            int value =
                    (stamp.at(0) << 24) | (stamp.at(1) << 16) | (stamp.at(2) << 8) | stamp.at(3);
            heard.add(new Arrival(now, value));
        }

        @Override
        public void wake(long now) {}

        @Override
        public Output poll() {
            return new Output.Quiet(Long.MAX_VALUE);
        }
    }
}
