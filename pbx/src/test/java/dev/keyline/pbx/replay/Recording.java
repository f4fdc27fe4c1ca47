package dev.keyline.pbx.replay;

import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.trace.MalformedCapture;
import dev.keyline.iax.trace.Packet;
import dev.keyline.iax.trace.Pcap;
import dev.keyline.iax.trace.PeerEnd;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// A recording, opened as far as its secrets are known.
///
/// @param secrets the secret under which each party seals
record Recording(String name, List<Step> steps, Map<PeerAddress, Secret> secrets) {
    static final Path FOLDER = Path.of("../iax/src/test/resources/captures");

    /// The names of all recordings, sorted.
    static List<String> names() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.toFile().getName())
                    .filter(name -> name.endsWith(".pcap"))
                    .map(name -> name.substring(0, name.length() - ".pcap".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Recording read(String name) {
        try {
            var packets = Pcap.read(Files.readAllBytes(FOLDER.resolve(name + ".pcap")));
            var opening = new Opening();
            var steps = new ArrayList<Step>();
            var seen = new HashSet<List<Object>>();
            for (var packet : packets) {
                steps.add(
                        step(steps.size() + 1, packet, packets.getFirst().nanos(), opening, seen));
            }
            return new Recording(name, List.copyOf(steps), opening.secrets());
        } catch (IOException | MalformedCapture | MalformedFrame e) {
            throw new AssertionError(name, e);
        }
    }

    private static Step step(
            int number, Packet packet, long start, Opening opening, HashSet<List<Object>> seen)
            throws MalformedFrame {
        var from = address(packet.from());
        var to = address(packet.to());
        var read = Frame.parse(packet.payload().toArray());
        var plain = opening.open(from, read);
        boolean again = plain instanceof FullFrame full && !seen.add(identity(from, to, full));
        boolean noise = plain instanceof FullFrame full && !Opening.makesSense(full);
        return new Step(
                number, packet.nanos() - start, from, to, plain, !plain.equals(read), noise, again);
    }

    /// What is the same in a frame and its repetitions. Frames without a number are never repeated.
    static List<Object> identity(PeerAddress from, PeerAddress to, FullFrame frame) {
        return Kinds.isNumbered(frame)
                ? List.of(from, to, frame.source(), frame.sent(), frame.timestamp(), frame.body())
                : List.of(new Object());
    }

    private static PeerAddress address(PeerEnd end) {
        return new PeerAddress(end.ip(), end.port());
    }

    /// The datagrams that somebody sent or was sent.
    List<Step> of(PeerAddress party) {
        return steps.stream()
                .filter(step -> step.from().equals(party) || step.to().equals(party))
                .toList();
    }
}
