package dev.keyline.iax.net;

import dev.keyline.iax.endpoint.Party;
import java.util.concurrent.TimeUnit;

/// How long a loop rests after a batch. With many datagrams a second, waking up for each of them
/// costs more than the work; after a short rest they are there together. With few there would be
/// nothing to gain, and nobody waits.
///
/// Where nothing came in a rest another one follows: to be woken by the next datagram costs the
/// sender as much as us when he is on the same machine, for it is he who wakes us.
///
/// A party may allow a longer rest than usual; it is taken as far as no more comes in it than Linux
/// gives back quietly.
final class Coalescing {
    /// Datagrams in each rest from which resting pays.
    static final int WORTH = 2;

    /// Datagrams in a longer rest. What a datagram took is given back on the processor it came
    /// from; when 33 wait there for it (half of `net.core.skb_defer_max`), that one is interrupted,
    /// which in a virtual machine costs as much as to be woken.
    static final int QUIET = 28;

    private static final long WINDOW = TimeUnit.SECONDS.toNanos(1);

    private final long rest;
    private long began;
    private int count;
    private boolean busy;
    private long quietTime;

    /// @param rest nanoseconds; 0 never rests
    Coalescing(long rest) {
        this.rest = rest;
    }

    /// A batch was served, perhaps an empty one.
    ///
    /// @param party whose datagrams they were
    /// @return nanoseconds to rest now
    long served(int datagrams, long now, Party party) {
        long lasted = now - began;
        if (lasted >= WINDOW) {
            busy = (double) count * rest >= (double) WORTH * lasted;
            quietTime = count == 0 ? 0 : lasted / count * QUIET;
            began = now;
            count = 0;
        }
        count += datagrams;
        return busy && datagrams < Socket.BATCH
                ? Math.max(rest, Math.min(party.patience(rest), quietTime))
                : 0;
    }
}
