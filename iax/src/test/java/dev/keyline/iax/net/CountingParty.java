package dev.keyline.iax.net;

import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

/// Sends back what comes and counts, as little prepared for two threads as an exchange is; but it
/// notices when two are there. It wants to be woken again soon after anything.
final class CountingParty implements Party {
    /// That one who tries it speaks from.
    static final int PEERS = 8;

    private static final long SOON = 100_000;

    private final Queue<Output> outputs = new ArrayDeque<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger meetings = new AtomicInteger();
    private int received;
    private int wished;
    private int woken;
    private long next = Long.MAX_VALUE;

    private void enter() {
        if (inside.getAndIncrement() > 0) {
            meetings.incrementAndGet();
        }
    }

    @Override
    public void receive(PeerAddress from, byte[] datagram, int length, long now) {
        enter();
        received++;
        next = now + SOON;
        outputs.add(new Output.Send(from, Arrays.copyOf(datagram, length)));
        inside.decrementAndGet();
    }

    void wish(long now) {
        enter();
        wished++;
        next = now + SOON;
        inside.decrementAndGet();
    }

    @Override
    public void wake(long now) {
        enter();
        woken++;
        next = Long.MAX_VALUE;
        inside.decrementAndGet();
    }

    @Override
    public Output poll() {
        enter();
        var output = outputs.poll();
        inside.decrementAndGet();
        return output == null ? new Output.Quiet(next) : output;
    }

    int received() {
        return received;
    }

    int wished() {
        return wished;
    }

    int woken() {
        return woken;
    }

    /// How often one came while another was there.
    int meetings() {
        return meetings.get();
    }
}
