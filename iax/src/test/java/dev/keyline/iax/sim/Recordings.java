package dev.keyline.iax.sim;

import dev.keyline.iax.trace.Packet;
import dev.keyline.iax.trace.Pcap;
import dev.keyline.iax.trace.PeerEnd;
import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Recordings of scenes that failed, to be looked at with `keyline trace`.
final class Recordings {
    private static final Path FOLDER = Path.of("target", "scenes");

    private Recordings() {}

    /// Writes down what went over the network.
    ///
    /// @return where
    static String keep(Network net) {
        var packets = net.passages().stream().map(Recordings::packet).toList();
        try {
            Files.createDirectories(FOLDER);
            var file = FOLDER.resolve(net.seed() + ".pcap");
            Files.write(file, Pcap.write(packets));
            return "recorded in " + file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Packet packet(Network.Passage passage) {
        return new Packet(passage.at(), end(passage.from()), end(passage.to()), passage.datagram());
    }

    private static PeerEnd end(PeerAddress address) {
        return new PeerEnd(address.ip(), address.port());
    }
}
