package dev.keyline.iax.net;

import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayDeque;
import java.util.Queue;

/// Says something when it is woken, and waits for nothing.
final class GreetingParty implements Party {
    private final Queue<Output> outputs = new ArrayDeque<>();
    private final PeerAddress to;
    private final Bytes greeting;

    GreetingParty(PeerAddress to, Bytes greeting) {
        this.to = to;
        this.greeting = greeting;
    }

    @Override
    public void receive(PeerAddress from, byte[] datagram, int length, long now) {}

    @Override
    public void wake(long now) {
        outputs.add(new Output.Send(to, greeting.toArray()));
    }

    @Override
    public Output poll() {
        var next = outputs.poll();
        return next == null ? new Output.Quiet(Long.MAX_VALUE) : next;
    }
}
