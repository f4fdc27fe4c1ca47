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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// A console, at the person's end.
public final class Attached implements AutoCloseable {
    /// Stands for the end of the connection.
    private static final Wire.Line GONE = new Wire.Line('!', "");

    private final Wire wire;
    private final BlockingQueue<Wire.Line> answers = new LinkedBlockingQueue<>();
    private volatile Consumer<String> log = _ -> {};
    private volatile Consumer<SeenFrame> frames = _ -> {};
    private volatile Runnable whenGone = () -> {};

    private Attached(Wire wire) {
        this.wire = wire;
        Thread.ofVirtual().name("console reader").start(this::listen);
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

    private void listen() {
        try {
            for (var line = wire.read(); line.isPresent(); line = wire.read()) {
                switch (line.get().letter()) {
                    case 'L' -> log.accept(line.get().text());
                    case 'F' -> SeenFrame.parse(line.get().text()).ifPresent(frames);
                    default -> answers.add(line.get());
                }
            }
        } catch (IOException _) {
            answers.clear(); // whoever waits learns that nobody answers any more
        }
        answers.add(GONE);
        whenGone.run();
    }

    private Wire.Line answer() throws IOException {
        try {
            var line = answers.take();
            if (line.equals(GONE)) {
                answers.add(GONE);
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// Has the log shown as it goes on.
    ///
    /// @param verbosity as the number of letters v at the start
    /// @param reader is told each line, in a thread of the connection
    public void watch(int verbosity, Consumer<String> reader) throws IOException {
        log = reader;
        wire.send('V', "v".repeat(verbosity));
        answer();
    }

    /// Has every datagram of the port told.
    ///
    /// @param reader is told each, in a thread of the connection
    public void frames(Consumer<SeenFrame> reader) throws IOException {
        frames = reader;
        wire.send('W', "");
        answer();
    }

    /// What is done when the exchange ends.
    public void whenGone(Runnable what) {
        whenGone = what;
    }

    /// Carries out one command.
    ///
    /// @return whether it could be done; empty when the exchange is gone
    public Optional<Boolean> run(String command, Person person) throws IOException {
        try {
            wire.send('C', command);
        } catch (IOException _) {
            return Optional.empty();
        }
        while (true) {
            var line = answer();
            switch (line.letter()) {
                case 'O' -> person.see(line.text());
                case 'P' -> reply(person.askHidden(line.text()));
                case 'E' -> {
                    return Optional.of(line.text().equals("0"));
                }
                case '!' -> {
                    return Optional.empty();
                }
                default -> {}
            }
        }
    }

    private void reply(Optional<char[]> typed) throws IOException {
        wire.send('P', typed.map(String::new).orElse(""));
        typed.ifPresent(t -> Arrays.fill(t, '\0'));
    }

    /// The words that may come next.
    List<String> next(String begun) throws IOException {
        var words = new ArrayList<String>();
        wire.send('T', begun);
        while (true) {
            var line = answer();
            switch (line.letter()) {
                case 'T' -> words.add(line.text());
                case 'E', '!' -> {
                    return words;
                }
                default -> {}
            }
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
