package dev.keyline.iax.net;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;

/// What passed a port since it was opened; any thread may read.
public final class Traffic {
    private final LongAdder received = new LongAdder();
    private final LongAdder batches = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder unsent = new LongAdder();
    private final List<Traffic> loops;

    public Traffic() {
        this(List.of());
    }

    /// That of several loops together.
    Traffic(List<Traffic> loops) {
        this.loops = List.copyOf(loops);
    }

    /// That of each loop of the port, at least one.
    public List<Traffic> loops() {
        return loops.isEmpty() ? List.of(this) : loops;
    }

    /// Datagrams received.
    public long received() {
        return received.sum() + all(Traffic::received);
    }

    /// Batches they came in; with few datagrams in each, waking up costs more than the work.
    public long batches() {
        return batches.sum() + all(Traffic::batches);
    }

    /// Datagrams that the kernel took.
    public long sent() {
        return sent.sum() + all(Traffic::sent);
    }

    /// Datagrams that the kernel refused: no route, no permission, too long, no room.
    public long unsent() {
        return unsent.sum() + all(Traffic::unsent);
    }

    private long all(ToLongFunction<Traffic> count) {
        return loops.stream().mapToLong(count).sum();
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
