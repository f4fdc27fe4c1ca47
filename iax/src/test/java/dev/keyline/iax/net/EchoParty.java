package dev.keyline.iax.net;

import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/// Sends back whatever comes; falls over when it is told `boom`, and when it is asked for what it
/// says to `late`.
final class EchoParty implements Party {
    private static final byte[] BOOM = {'b', 'o', 'o', 'm'};
    private static final byte[] LATE = {'l', 'a', 't', 'e'};

    private final Queue<Output> outputs = new ArrayDeque<>();

    @Override
    public void receive(PeerAddress from, byte[] datagram, int length, long now) {
        var octets = Arrays.copyOf(datagram, length);
        if (Arrays.equals(octets, BOOM)) {
            throw new IllegalStateException("a fault that a test asked for");
        }
        outputs.add(new Output.Send(from, octets));
    }

    @Override
    public void wake(long now) {}

    @Override
    public Output poll() {
        var next = outputs.poll();
        if (next instanceof Output.Send(_, var octets) && Arrays.equals(octets, LATE)) {
            throw new IllegalStateException("a fault that a test asked for");
        }
        return next == null ? new Output.Quiet(Long.MAX_VALUE) : next;
    }
}
