package dev.keyline.iax.net;

import java.util.concurrent.TimeUnit;

/// How a port treats its sockets.
///
/// @param buffers octets asked of the kernel for each socket and direction
/// @param shared whether other loops may bind the same address (SO_REUSEPORT); the kernel then
///   divides the peers among them and each peer stays where it is
/// @param batched whether to call Linux directly, where that is possible
/// @param coalesce nanoseconds the loop may rest between two batches while much is received, so
///   that each has many datagrams; 0 to [#LONGEST_REST], 0 never
/// @param busyPoll nanoseconds after a datagram in which the loop asks again and again instead of
///   sleeping; costs a processor; 0 never
public record PortSettings(
        int buffers, boolean shared, boolean batched, long coalesce, long busyPoll) {
    /// The most that coalescing may delay a datagram: one millisecond.
    public static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(1);

    /// 4 MiB, not shared, batched; a millisecond of rest under load; no busy polling.
    public static final PortSettings USUAL =
            new PortSettings(4 << 20, false, true, LONGEST_REST, 0);

    public PortSettings {
        if (coalesce < 0 || coalesce > LONGEST_REST) {
            throw new IllegalArgumentException(
                    "coalesce is " + coalesce + " ns, not in 0.." + LONGEST_REST);
        }
        if (buffers <= 0 || busyPoll < 0) {
            throw new IllegalArgumentException("buffers=" + buffers + ", busyPoll=" + busyPoll);
        }
    }

    public PortSettings withShared(boolean shared) {
        return new PortSettings(buffers, shared, batched, coalesce, busyPoll);
    }

    public PortSettings withBatched(boolean batched) {
        return new PortSettings(buffers, shared, batched, coalesce, busyPoll);
    }

    public PortSettings withBuffers(int buffers) {
        return new PortSettings(buffers, shared, batched, coalesce, busyPoll);
    }

    public PortSettings withCoalesce(long nanos) {
        return new PortSettings(buffers, shared, batched, nanos, busyPoll);
    }

    public PortSettings withBusyPoll(long nanos) {
        return new PortSettings(buffers, shared, batched, coalesce, nanos);
    }
}
