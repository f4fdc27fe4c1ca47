package dev.keyline.iax.net;

import java.util.concurrent.TimeUnit;

/// How a port treats its sockets.
///
/// @param threads how many loops serve the port, each in a thread of its own; 1 to [#MOST_THREADS].
///   Where the system does not divide datagrams among them it is one
/// @param buffers octets asked of the kernel for each socket and direction
/// @param batched whether to call Linux directly, where that is possible
/// @param joined whether datagrams of one peer pass through Linux as one (UDP_SEGMENT, UDP_GRO)
/// @param coalesce nanoseconds the loop may rest between two batches while much is received, so
///   that each has many datagrams; 0 to [#LONGEST_REST], 0 never
/// @param busyPoll nanoseconds after a datagram in which the loop asks again and again instead of
///   sleeping; costs a processor; 0 never
public record PortSettings(
        int threads, int buffers, boolean batched, boolean joined, long coalesce, long busyPoll) {
    /// The most that coalescing may delay a datagram: one millisecond.
    public static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(1);

    /// The most loops that a port can have.
    public static final int MOST_THREADS = 64;

    /// One loop, 4 MiB, batched and joined; a millisecond of rest under load; no busy polling.
    public static final PortSettings USUAL =
            new PortSettings(1, 4 << 20, true, true, LONGEST_REST, 0);

    public PortSettings {
        if (coalesce < 0 || coalesce > LONGEST_REST) {
            throw new IllegalArgumentException(
                    "coalesce is " + coalesce + " ns, not in 0.." + LONGEST_REST);
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "threads is " + threads + ", not in 1.." + MOST_THREADS);
        }
        if (buffers <= 0 || busyPoll < 0) {
            throw new IllegalArgumentException("buffers=" + buffers + ", busyPoll=" + busyPoll);
        }
    }

    public PortSettings withThreads(int threads) {
        return new PortSettings(threads, buffers, batched, joined, coalesce, busyPoll);
    }

    public PortSettings withBatched(boolean batched) {
        return new PortSettings(threads, buffers, batched, joined, coalesce, busyPoll);
    }

    public PortSettings withJoined(boolean joined) {
        return new PortSettings(threads, buffers, batched, joined, coalesce, busyPoll);
    }

    public PortSettings withBuffers(int buffers) {
        return new PortSettings(threads, buffers, batched, joined, coalesce, busyPoll);
    }

    public PortSettings withCoalesce(long nanos) {
        return new PortSettings(threads, buffers, batched, joined, nanos, busyPoll);
    }

    public PortSettings withBusyPoll(long nanos) {
        return new PortSettings(threads, buffers, batched, joined, coalesce, nanos);
    }
}
