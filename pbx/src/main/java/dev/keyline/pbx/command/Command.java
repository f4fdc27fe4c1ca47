package dev.keyline.pbx.command;

import java.util.List;

/// One command of the console.
///
/// @param words what it begins with, `iax2 show peers`
/// @param arguments what may follow, as the usage line says it; empty for nothing
/// @param summary one line for `help`
/// @param action what it does
/// @param fits what its first argument may be, for completion
public record Command(
        String words, String arguments, String summary, Action action, Candidates fits) {
    /// A command whose arguments nobody can guess.
    Command(String words, String arguments, String summary, Action action) {
        this(words, arguments, summary, action, _ -> List.of());
    }

    /// What an argument may be.
    public interface Candidates {
        /// The words there are, now.
        List<String> in(Server server);
    }

    /// What a command does.
    public interface Action {
        /// Carries it out.
        ///
        /// @param arguments the words behind those of the command
        Reply run(List<String> arguments, Server server);
    }

    /// What a command says.
    public sealed interface Reply {
        record Said(List<String> lines) implements Reply {
            public Said {
                lines = List.copyOf(lines);
            }
        }

        /// The arguments were none of its.
        record Misused() implements Reply {}

        /// It could not be done.
        record Failed(String why) implements Reply {}

        static Reply of(String... lines) {
            return new Said(List.of(lines));
        }
    }

    /// How many words it has.
    int length() {
        return words.split(" ", -1).length;
    }

    public String usage() {
        return "Usage: "
                + words
                + (arguments.isEmpty() ? "" : " " + arguments)
                + "\n       "
                + summary;
    }
}
