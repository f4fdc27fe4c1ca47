package dev.keyline.pbx.command;

import dev.keyline.pbx.command.Command.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All commands, and how a line finds its own.
public final class Commands {
    /// Spellings of Asterisk 1.2 and 1.4, and shorter ones.
    private static final Map<String, String> ALIASES =
            Map.ofEntries(
                    Map.entry("show keys", "keys show"),
                    Map.entry("init keys", "keys init"),
                    Map.entry("iax2 no debug", "iax2 set debug off"),
                    Map.entry("iax2 debug", "iax2 set debug on"),
                    Map.entry("reload", "core reload"),
                    Map.entry("iax2 reload", "module reload chan_iax2.so"),
                    Map.entry("dialplan reload", "module reload pbx_config.so"),
                    Map.entry("iax2 trunk debug", "iax2 set debug trunk on"),
                    Map.entry("iax2 no trunk debug", "iax2 set debug trunk off"),
                    Map.entry("iax2 jb debug", "iax2 set debug jb on"),
                    Map.entry("iax2 no jb debug", "iax2 set debug jb off"),
                    Map.entry("restart now", "core restart now"),
                    Map.entry("show channels", "core show channels"),
                    Map.entry("show version", "core show version"),
                    Map.entry("soft hangup", "channel request hangup"),
                    Map.entry("stop now", "core stop now"),
                    Map.entry("stop gracefully", "core stop gracefully"),
                    Map.entry("exit", "quit"));

    private final List<Command> all;

    private Commands(List<Command> all) {
        this.all = all;
    }

    public static Commands all() {
        var all = new ArrayList<Command>();
        all.addAll(AbsentCommands.ALL);
        all.add(CacheCommand.SHOW);
        all.addAll(CallCommands.ALL);
        all.addAll(CoreCommands.ALL);
        all.addAll(KeyCommands.ALL);
        all.addAll(LineCommands.ALL);
        all.addAll(LoginCommands.ALL);
        all.addAll(DialplanCommands.ALL);
        all.addAll(PortCommands.ALL);
        all.addAll(PortSettings.ALL);
        all.sort(Comparator.comparing(Command::words));
        return new Commands(List.copyOf(all));
    }

    /// In alphabetical order.
    public List<Command> list() {
        return all;
    }

    /// Carries a line out.
    public Reply run(String line, Server server) {
        var words = Words.of(line);
        if (words.isEmpty()) {
            return Reply.of();
        }
        if (words.getFirst().equals("help") || words.getFirst().equals("?")) {
            return help(words.subList(1, words.size()));
        }
        var said = unalias(words);
        return find(said)
                .map(command -> run(command, said, server))
                .orElseGet(
                        () ->
                                new Reply.Failed(
                                        "No such command '"
                                                + String.join(" ", words)
                                                + "' (type 'help' for a list of commands)"));
    }

    private static Reply run(Command command, List<String> words, Server server) {
        var reply = command.action().run(words.subList(command.length(), words.size()), server);
        return reply instanceof Reply.Misused ? new Reply.Failed(command.usage()) : reply;
    }

    private static List<String> unalias(List<String> words) {
        for (int n = Math.min(3, words.size()); n > 0; n--) {
            var meant = ALIASES.get(String.join(" ", words.subList(0, n)));
            boolean continued = n < words.size() && meant != null && meant.startsWith("iax2 set");
            if (meant != null && !continued) {
                var all = new ArrayList<>(List.of(meant.split(" ", -1)));
                all.addAll(words.subList(n, words.size()));
                return all;
            }
        }
        return words;
    }

    private Optional<Command> find(List<String> words) {
        return all.stream()
                .filter(c -> startsWith(words, c.words()))
                .max(Comparator.comparingInt(Command::length));
    }

    private static boolean startsWith(List<String> words, String beginning) {
        var wanted = List.of(beginning.split(" ", -1));
        return words.size() >= wanted.size() && words.subList(0, wanted.size()).equals(wanted);
    }

    private Reply help(List<String> about) {
        var beginning = String.join(" ", about);
        var found = all.stream().filter(c -> c.words().startsWith(beginning)).toList();
        if (found.isEmpty()) {
            return new Reply.Failed("No such command '" + beginning + "'");
        }
        return found.size() == 1 && !about.isEmpty()
                ? Reply.of(found.getFirst().usage().split("\n", -1))
                : new Reply.Said(
                        found.stream()
                                .map(c -> "%30s -- %s".formatted(c.words(), c.summary()))
                                .toList());
    }

    /// The words that may come next, for completion. Names are found whatever the case of their
    /// first letters.
    ///
    /// @param line what is typed so far
    public List<String> next(String line, Server server) {
        var words = Words.of(line);
        boolean between = line.isEmpty() || line.endsWith(" ");
        var before = between ? words : words.subList(0, words.size() - 1);
        var begun = between ? "" : words.getLast();
        return Stream.concat(further(before), arguments(before, server))
                .filter(w -> w.regionMatches(true, 0, begun, 0, begun.length()))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> further(List<String> before) {
        return Stream.concat(all.stream().map(Command::words), Stream.of("help"))
                .map(w -> List.of(w.split(" ", -1)))
                .filter(w -> w.size() > before.size() && w.subList(0, before.size()).equals(before))
                .map(w -> w.get(before.size()));
    }

    private Stream<String> arguments(List<String> before, Server server) {
        return find(unalias(before))
                .filter(c -> c.length() == unalias(before).size())
                .map(c -> c.fits().in(server).stream())
                .orElse(Stream.empty());
    }
}
