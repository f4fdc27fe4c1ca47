package dev.keyline.tools.console;

import dev.keyline.pbx.command.Command.Reply;
import dev.keyline.pbx.command.Commands;
import dev.keyline.pbx.command.Server;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// One attached console, at the exchange's end.
public final class Session {
    private final Wire wire;
    private final Commands commands;
    private final Desk desk;
    private final Server server;
    private final List<Feed> feeds = new ArrayList<>();

    Session(Wire wire, Commands commands, Desk desk) {
        this.wire = wire;
        this.commands = commands;
        this.desk = desk;
        this.server = desk.server(this::askHidden);
    }

    /// What sessions need of the process.
    public interface Desk {
        /// The process, for a person who can be asked.
        ///
        /// @param asks what is asked hidden, by its prompt
        Server server(Function<String, Optional<char[]>> asks);

        void complain(String what);

        /// Shows the log as it goes on.
        ///
        /// @param verbosity as the number of letters v at the start
        /// @param reader is told each line, by a thread that may wait
        /// @return to be closed when nobody reads any more
        Feed watch(int verbosity, Consumer<String> reader);

        /// Tells every datagram of the port, [SeenFrame#parse] reads the lines.
        Feed frames(Consumer<String> reader);
    }

    void serve() {
        try (wire) {
            for (var line = wire.read(); line.isPresent(); line = wire.read()) {
                answer(line.get());
            }
        } catch (IOException gone) {
            if (!(gone instanceof ClosedChannelException)) { // else it was this end that closed
                desk.complain("a console is gone: " + gone.getMessage());
            }
        } finally {
            feeds.forEach(Feed::close);
        }
    }

    private void answer(Wire.Line line) throws IOException {
        switch (line.letter()) {
            case 'C' -> run(line.text());
            case 'V' -> watch(line.text());
            case 'W' -> frames();
            case 'T' -> {
                for (var word : commands.next(line.text(), server)) {
                    wire.send('T', word);
                }
                wire.send('E', "0");
            }
            default -> wire.send('E', "1");
        }
    }

    /// The log from now on, among the answers to commands.
    private void watch(String verbosity) throws IOException {
        feeds.add(desk.watch(verbosity.length(), text -> show('L', text)));
        wire.send('E', "0");
    }

    private void frames() throws IOException {
        feeds.add(desk.frames(line -> show('F', line)));
        wire.send('E', "0");
    }

    private void show(char letter, String line) {
        try {
            wire.send(letter, line);
        } catch (IOException _) {
            end(); // the loop of this session hears of it and says so
        }
    }

    private void run(String command) throws IOException {
        switch (reply(command)) {
            case Reply.Said(var lines) -> {
                for (var text : lines) {
                    wire.send('O', text);
                }
                wire.send('E', "0");
            }
            case Reply.Failed(var why) -> {
                for (var text : why.split("\n", -1)) {
                    wire.send('O', text);
                }
                wire.send('E', "1");
            }
            case Reply.Misused _ -> wire.send('E', "1");
        }
    }

    private Reply reply(String command) {
        try {
            return commands.run(command, server);
        } catch (RuntimeException bug) {
            desk.complain("the command '" + command + "' broke: " + bug);
            return new Reply.Failed("That went wrong for a reason of our own; the log has it.");
        }
    }

    private Optional<char[]> askHidden(String prompt) {
        try {
            wire.send('P', prompt);
            return wire.read()
                    .filter(line -> line.letter() == 'P' && !line.text().isEmpty())
                    .map(line -> line.text().toCharArray());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    void end() {
        try {
            wire.close();
        } catch (IOException e) {
            desk.complain("console: " + e.getMessage());
        }
    }
}
