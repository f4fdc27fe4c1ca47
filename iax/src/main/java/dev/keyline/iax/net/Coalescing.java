package dev.keyline.iax.net;

import java.util.concurrent.TimeUnit;

/// How long a loop rests after a batch. With many datagrams a second, waking up for each of them
/// costs more than the work; after a short rest they are there together. With few there would be
/// nothing to gain, and nobody waits.
///
/// Where nothing came in a rest another one follows: to be woken by the next datagram costs the
/// sender as much as us when he is on the same machine, for it is he who wakes us.
///
/// A party may allow a longer rest than usual; of several the least patient one decides. No rest is
/// longer than it takes for a good batch to come: more of them gain little, and all of them wait.
final class Coalescing {
    /// Datagrams in each rest from which resting pays.
    static final int WORTH = 2;

    /// Datagrams in each rest from which a longer one does not pay. What a datagram took is given
    /// back on the processor it came from; when 33 wait there for it (half of
    /// `net.core.skb_defer_max`), that one is interrupted, which in a virtual machine costs as much
    /// as to be woken.
    static final int QUIET = 28;

    private static final long WINDOW = TimeUnit.SECONDS.toNanos(1);

    private final long rest;
    private long began;
    private int count;
    private boolean busy;
    private long quietTime;
    private boolean full;
    private long patience = Long.MAX_VALUE;

    /// @param rest nanoseconds, at most; 0 never rests
    Coalescing(long rest) {
        this.rest = rest;
    }

    /// A party was served with a batch, perhaps an empty one.
    ///
    /// @param allowed nanoseconds that it lets its datagrams wait
    void served(int datagrams, long allowed) {
        count += datagrams;
        full |= datagrams >= Socket.BATCH;
        patience = Math.min(patience, allowed);
    }

    /// All parties were served once.
    ///
    /// @return nanoseconds to rest now
    long rest(long now) {
        look(now);
        long time = busy && !full ? Math.min(Math.max(rest, patience), quietTime) : 0;
        full = false;
        patience = Long.MAX_VALUE;
        return time;
    }

    private void look(long now) {
        long lasted = now - began;
        if (lasted >= WINDOW) {
            busy = (double) count * rest >= (double) WORTH * lasted;
            quietTime = count == 0 ? 0 : lasted / count * QUIET;
            began = now;
            count = 0;
        }
    }
}
