package dev.keyline.iax.sim;

import dev.keyline.iax.trace.Ladder;
import dev.keyline.iax.trace.Packet;
import dev.keyline.iax.trace.Pcap;
import dev.keyline.iax.trace.PeerEnd;
import dev.keyline.iax.trace.SignatureCheck;
import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Recordings of scenes that failed, to be looked at with `keyline trace`, and their ladders.
final class Recordings {
    private static final Path FOLDER = Path.of("target", "scenes");

    private Recordings() {}

    /// Writes down what went over the network.
    ///
    /// @return where
    static String keep(Network net) {
        var packets = packets(net);
        var file = FOLDER.resolve(net.seed() + ".pcap");
        var ladder = FOLDER.resolve(net.seed() + ".txt");
        try {
            Files.createDirectories(FOLDER);
            Files.write(file, Pcap.write(packets));
            Files.write(ladder, Ladder.of(packets, SignatureCheck.NONE));
            return "recorded in " + file + " and " + ladder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Packet> packets(Network net) {
        return net.passages().stream().map(Recordings::packet).toList();
    }

    private static Packet packet(Network.Passage passage) {
        return new Packet(passage.at(), end(passage.from()), end(passage.to()), passage.datagram());
    }

    private static PeerEnd end(PeerAddress address) {
        return new PeerEnd(address.ip(), address.port());
    }
}
