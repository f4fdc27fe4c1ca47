package dev.keyline.iax.net;

import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/// Sends back what comes when another thread has looked at it.
final class SlowParty implements Party {
    private final Queue<Output> outputs = new ArrayDeque<>();

    @Override
    public void receive(PeerAddress from, byte[] datagram, int length, long now) {
        var back = new Output.Send(from, Arrays.copyOf(datagram, length));
        outputs.add(new Output.Work(() -> _ -> outputs.add(back)));
    }

    @Override
    public void wake(long now) {}

    @Override
    public Output poll() {
        var next = outputs.poll();
        return next == null ? new Output.Quiet(Long.MAX_VALUE) : next;
    }
}
