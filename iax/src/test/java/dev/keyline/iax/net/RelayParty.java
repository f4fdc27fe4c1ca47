package dev.keyline.iax.net;

import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Sends all that comes to whoever said last where he is.
final class RelayParty implements Party {
    static final Bytes HERE_I_AM = Bytes.utf8("here I am");

    private final Queue<Output> outputs = new ArrayDeque<>();
    private @Nullable PeerAddress listener;

    @Override
    public void receive(PeerAddress from, byte[] datagram, int length, long now) {
        var octets = Bytes.copyOf(datagram, 0, length);
        if (octets.equals(HERE_I_AM)) {
            listener = from;
        }
        if (listener != null) {
            outputs.add(new Output.Send(listener, octets.toArray()));
        }
    }

    @Override
    public void wake(long now) {}

    @Override
    public Output poll() {
        var next = outputs.poll();
        return next == null ? new Output.Quiet(Long.MAX_VALUE) : next;
    }
}
