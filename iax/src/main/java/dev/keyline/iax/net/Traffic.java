package dev.keyline.iax.net;

import java.util.concurrent.atomic.LongAdder;

/// What passed a port since it was opened; any thread may read.
public final class Traffic {
    private final LongAdder received = new LongAdder();
    private final LongAdder batches = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder unsent = new LongAdder();

    /// Datagrams received.
    public long received() {
        return received.sum();
    }

    /// Batches they came in; with few datagrams in each, waking up costs more than the work.
    public long batches() {
        return batches.sum();
    }

    /// Datagrams that the kernel took.
    public long sent() {
        return sent.sum();
    }

    /// Datagrams that the kernel refused: no route, no permission, too long, no room.
    public long unsent() {
        return unsent.sum();
    }

    void came(int datagrams) {
        received.add(datagrams);
        batches.increment();
    }

    void left(int datagrams) {
        sent.add(datagrams);
    }

    void refused(int datagrams) {
        unsent.add(datagrams);
    }
}
