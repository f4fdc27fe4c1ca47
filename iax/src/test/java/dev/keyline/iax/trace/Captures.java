package dev.keyline.iax.trace;

import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The recordings under `src/test/resources/captures`; their README says who speaks in them.
public final class Captures {
    private static final Path FOLDER = Path.of("src/test/resources/captures");

    private Captures() {}

    /// The names of all recordings, sorted, without `.pcap`.
    public static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pcap"))
                    .map(name -> name.substring(0, name.length() - ".pcap".length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static byte[] file(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name + ".pcap"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static List<Packet> packets(String name) {
        try {
            return Pcap.read(file(name));
        } catch (MalformedCapture damaged) {
            throw new AssertionError(name, damaged);
        }
    }

    /// The story of a recording, its signatures checked against the keys beside it.
    public static List<Told> story(String name) {
        return Story.of(packets(name), Keys.all());
    }

    /// The packet as a full frame, if it is one.
    public static Optional<FullFrame> fullFrame(Packet packet) {
        try {
            return Frame.parse(packet.payload().toArray()) instanceof FullFrame full
                    ? Optional.of(full)
                    : Optional.empty();
        } catch (MalformedFrame impossible) {
            throw new AssertionError(impossible);
        }
    }
}
