package dev.keyline.tools.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// The prompt of an attached console: history, completion, and hidden input.
public final class Prompt implements Attached.Person {
    /// For a console of the process itself, whose log is on the screen already.
    public static final int NO_LOG = -1;

    private static final String LEAVE = "quit";
    private static final Set<String> LEAVING = Set.of(LEAVE, "exit");

    private final Attached exchange;
    private final Terminal terminal;
    private final LineReader reader;
    private final String words;
    private volatile boolean gone;

    private Prompt(Attached exchange, Terminal terminal, Path history, String host) {
        this.exchange = exchange;
        this.terminal = terminal;
        this.words = host + "*CLI> ";
        this.reader =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .completer(this::complete)
                        .variable(LineReader.HISTORY_FILE, history)
                        .build();
    }

    /// Reads and carries out commands until the person leaves or the exchange is gone.
    ///
    /// @param history where typed lines are kept, for their owner alone
    /// @param host the name before the prompt
    /// @param verbosity how much of the log is shown meanwhile, as the number of letters v, or
    ///   [#NO_LOG]
    public static void serve(Attached exchange, Path history, String host, int verbosity)
            throws IOException {
        ownerOnly(history);
        try (var terminal = TerminalBuilder.builder().system(true).build()) {
            var prompt = new Prompt(exchange, terminal, history, host);
            var typist = Thread.currentThread();
            exchange.whenGone(() -> prompt.leave(typist));
            if (verbosity != NO_LOG) {
                exchange.watch(verbosity, prompt.reader::printAbove);
            }
            prompt.loop();
        } finally {
            exchange.whenGone(() -> {});
        }
    }

    private static void ownerOnly(Path history) throws IOException {
        if (!Files.exists(history)) {
            Files.createFile(
                    history,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
    }

    private void loop() throws IOException {
        while (true) {
            var line = read();
            if (gone) {
                see("The exchange has ended.");
                return;
            }
            var typed = line.map(String::strip).orElse(LEAVE);
            if (LEAVING.contains(typed)) {
                return;
            }
            if (!typed.isEmpty() && exchange.run(typed, this).isEmpty()) {
                see("The exchange has ended.");
                return;
            }
        }
    }

    /// The exchange has ended; nobody needs to type any more.
    private void leave(Thread typist) {
        gone = true;
        typist.interrupt();
    }

    private Optional<String> read() {
        try {
            return Optional.of(reader.readLine(words));
        } catch (UserInterruptException | EndOfFileException leave) {
            return Optional.empty();
        }
    }

    private void complete(LineReader from, ParsedLine line, List<Candidate> candidates) {
        try {
            var begun = line.line().substring(0, line.cursor());
            exchange.next(begun).forEach(word -> candidates.add(new Candidate(word)));
        } catch (IOException gone) {
            candidates.clear();
        }
    }

    @Override
    public void see(String line) {
        terminal.writer().println(line);
        terminal.flush();
    }

    @Override
    public Optional<char[]> askHidden(String prompt) {
        reader.setVariable(LineReader.DISABLE_HISTORY, true);
        try {
            var typed = reader.readLine(prompt, '\0');
            return Optional.of(typed.toCharArray()).filter(t -> t.length > 0);
        } catch (UserInterruptException | EndOfFileException leave) {
            return Optional.empty();
        } finally {
            reader.setVariable(LineReader.DISABLE_HISTORY, false);
        }
    }
}
