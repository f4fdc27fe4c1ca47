package dev.keyline.tools.command;

import dev.keyline.iax.trace.Packet;
import dev.keyline.iax.trace.PeerEnd;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.tools.console.Attached;
import dev.keyline.tools.console.SeenFrame;
import dev.keyline.tools.serve.Serving;
import dev.keyline.tools.serve.Unservable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Looks at the port of a running exchange until Ctrl-C, or until the exchange ends.
final class Listening {
    private final Optional<Path> main;
    private final Consumer<Packet> frame;
    private final LongConsumer lost;
    private volatile PeerEnd exchange = PeerEnd.of(0, 0, 0, 0, 0);

    /// @param main the `asterisk.conf` it serves
    /// @param frame is told each datagram
    /// @param lost is told how many came too fast
    Listening(Optional<Path> main, Consumer<Packet> frame, LongConsumer lost) {
        this.main = main;
        this.frame = frame;
        this.lost = lost;
    }

    void listen() throws IOException, Unservable {
        var file = MainFile.of(main, MainFile.HOME);
        if (file.isEmpty()) {
            throw new IOException(
                    "there is no configuration, so no exchange to listen to; name its asterisk.conf"
                            + " with -C, or start one with keyline run");
        }
        var over = new CountDownLatch(1);
        try (var attached = Attached.to(Serving.runFolder(file.get()))) {
            attached.whenGone(over::countDown);
            attached.frames(this::tell);
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(SeenFrame seen) {
        switch (seen) {
            case SeenFrame.Here(var address) -> exchange = end(address);
            case SeenFrame.Lost(long count) -> lost.accept(count);
            case SeenFrame.Datagram it -> frame.accept(packet(it));
        }
    }

    private Packet packet(SeenFrame.Datagram seen) {
        var peer = end(seen.peer());
        return seen.sent()
                ? new Packet(seen.nanos(), exchange, peer, seen.octets())
                : new Packet(seen.nanos(), peer, exchange, seen.octets());
    }

    private static PeerEnd end(PeerAddress address) {
        return new PeerEnd(address.ip(), address.port());
    }
}
