package dev.keyline.tools.command;

import dev.keyline.iax.trace.Packet;
import dev.keyline.iax.trace.Pcap;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// A capture that is written while somebody listens, one packet at a time: what is seen for a day
/// need not be kept in memory, and is there after a Ctrl-C.
final class KeptFrames implements AutoCloseable {
    private final OutputStream out;
    private final Consumer<IOException> trouble;
    private boolean broken;

    private KeptFrames(OutputStream out, Consumer<IOException> trouble) {
        this.out = out;
        this.trouble = trouble;
    }

    /// Begins a capture; without a file nothing is kept.
    ///
    /// @param trouble is told once when no more can be kept
    static KeptFrames in(Optional<Path> file, Consumer<IOException> trouble) throws IOException {
        if (file.isEmpty()) {
            return new KeptFrames(OutputStream.nullOutputStream(), trouble);
        }
        var out = Files.newOutputStream(file.get());
        out.write(Pcap.header().toArray());
        return new KeptFrames(out, trouble);
    }

    void add(Packet packet) {
        if (broken) {
            return;
        }
        try {
            out.write(Pcap.record(packet).toArray());
        } catch (IOException e) {
            broken = true;
            trouble.accept(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
