package dev.keyline.tools.demo;

import dev.keyline.iax.net.Tap;
import dev.keyline.iax.trace.Ladder;
import dev.keyline.iax.trace.Packet;
import dev.keyline.iax.trace.PeerEnd;
import dev.keyline.iax.trace.SignatureCheck;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.List;
import java.util.function.Consumer;

/// Draws what passes between east and west while it passes.
final class Wire implements Tap {
    private final PeerEnd east;
    private final PeerAddress west;
    private final SignatureCheck keys;
    private final Consumer<String> lines;
    private Ladder ladder;

    Wire(PeerAddress east, PeerAddress west, SignatureCheck keys, Consumer<String> lines) {
        this.east = end(east);
        this.west = west;
        this.keys = keys;
        this.lines = lines;
        this.ladder = fresh();
    }

    private static PeerEnd end(PeerAddress address) {
        return new PeerEnd(address.ip(), address.port());
    }

    private Ladder fresh() {
        return new Ladder(
                List.of(new Ladder.Lane("east", east), new Ladder.Lane("west", end(west))), keys);
    }

    /// A new drawing, with its times from nought.
    synchronized void begin() {
        ladder = fresh();
        lines.accept(ladder.header());
    }

    /// Draws what was counted and not yet told.
    synchronized void end() {
        ladder.end().forEach(lines);
    }

    @Override
    public synchronized void saw(
            boolean sent, PeerAddress peer, byte[] datagram, int length, long now) {
        if (peer.equals(west)) {
            var from = sent ? east : end(west);
            var to = sent ? end(west) : east;
            var payload = Bytes.copyOf(datagram, 0, length);
            ladder.add(new Packet(now, from, to, payload)).forEach(lines);
        }
    }
}
