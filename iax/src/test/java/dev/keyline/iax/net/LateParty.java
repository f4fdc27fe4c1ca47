package dev.keyline.iax.net;

import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/// Sends back what comes three milliseconds later, each at a time of its own.
final class LateParty implements Party {
    private static final long LATER = TimeUnit.MILLISECONDS.toNanos(3);

    private record Owed(Output what, long due) {}

    private final Queue<Owed> owed = new ArrayDeque<>();
    private final Queue<Output> outputs = new ArrayDeque<>();

    @Override
    public void receive(PeerAddress from, byte[] datagram, int length, long now) {
        var octets = Arrays.copyOf(datagram, length);
        owed.add(new Owed(new Output.Send(from, octets), now + LATER));
    }

    @Override
    public void wake(long now) {
        for (var first = owed.peek(); first != null && first.due() <= now; first = owed.peek()) {
            outputs.add(owed.remove().what());
        }
    }

    @Override
    public Output poll() {
        var next = outputs.poll();
        if (next != null) {
            return next;
        }
        return new Output.Quiet(owed.isEmpty() ? Long.MAX_VALUE : owed.element().due());
    }
}
