package dev.keyline.tools.console;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A console, at the person's end.
public final class Attached implements AutoCloseable {
    private final Wire wire;

    private Attached(Wire wire) {
        this.wire = wire;
    }

    /// What is shown to the person, and asked of him.
    public interface Person {
        void see(String line);

        /// Something that is not shown when typed; empty when he types nothing. The array is the
        /// asker's to wipe.
        Optional<char[]> askHidden(String prompt);
    }

    /// Attaches to the exchange that runs in this directory.
    ///
    /// @throws IOException when none does, or it belongs to somebody else
    public static Attached to(Path folder) throws IOException {
        var file = folder.resolve(ControlSocket.NAME);
        if (!Files.exists(file)) {
            throw new IOException(
                    "No exchange runs here: there is no " + file + ". Start one with keyline run.");
        }
        try {
            return new Attached(new Wire(SocketChannel.open(UnixDomainSocketAddress.of(file))));
        } catch (IOException e) {
            throw new IOException(
                    "The exchange at "
                            + file
                            + " does not answer ("
                            + e.getMessage()
                            + "): it has ended, or belongs to another user.",
                    e);
        }
    }

    /// Carries out one command.
    ///
    /// @return whether it could be done; empty when the exchange is gone
    public Optional<Boolean> run(String command, Person person) throws IOException {
        wire.send('C', command);
        for (var line = wire.read(); line.isPresent(); line = wire.read()) {
            switch (line.get().letter()) {
                case 'O' -> person.see(line.get().text());
                case 'P' -> answer(person.askHidden(line.get().text()));
                case 'E' -> {
                    return Optional.of(line.get().text().equals("0"));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private void answer(Optional<char[]> typed) throws IOException {
        wire.send('P', typed.map(String::new).orElse(""));
        typed.ifPresent(t -> Arrays.fill(t, '\0'));
    }

    /// The words that may come next.
    List<String> next(String begun) throws IOException {
        var words = new ArrayList<String>();
        wire.send('T', begun);
        for (var line = wire.read(); line.isPresent(); line = wire.read()) {
            switch (line.get().letter()) {
                case 'T' -> words.add(line.get().text());
                case 'E' -> {
                    return words;
                }
                default -> {}
            }
        }
        return words;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
