package dev.keyline.tools.command;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// What a command says to and asks of the person in front of it.
record Talk(PrintWriter out, PrintWriter err) {
    static Talk of(@Nullable CommandSpec spec) {
        var line = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        return new Talk(line.getOut(), line.getErr());
    }

    void say(String sentence) {
        out.println(sentence);
    }

    /// Says why it could not be done.
    ///
    /// @return the exit code for that
    int fail(String why) {
        err.println(why);
        return ExitCode.FAILED;
    }

    /// A line from the terminal; empty when there is none or nothing was typed.
    Optional<String> ask(String prompt) {
        return terminal()
                .map(console -> console.readLine("%s", prompt))
                .filter(line -> !line.isBlank());
    }

    /// Whether there is somebody who sees colours and has not asked for none
    /// (https://no-color.org).
    boolean wantsColour() {
        var none = System.getenv("NO_COLOR");
        return (none == null || none.isEmpty())
                && !"dumb".equals(System.getenv("TERM"))
                && terminal().isPresent();
    }

    sealed interface Hidden permits Given, Nothing {}

    /// The array is the caller's to wipe.
    @SuppressWarnings("ArrayRecordComponent") // a passphrase is an array so that it can be wiped
    record Given(char[] text) implements Hidden {
        @Override
        public String toString() {
            return "Given";
        }
    }

    record Nothing(String why) implements Hidden {}

    /// A passphrase, typed twice and not shown.
    Hidden askTwice(String what) {
        return terminal()
                .map(console -> askTwice(console, what))
                .orElse(new Nothing("There is no terminal to ask for a passphrase"));
    }

    /// A passphrase that exists already, not shown; the array is the caller's to wipe.
    Hidden askOnce(String what) {
        return terminal()
                .map(console -> console.readPassword("%s: ", what))
                .<Hidden>map(Given::new)
                .orElse(new Nothing("There is no terminal to ask for the passphrase"));
    }

    private static Hidden askTwice(Console console, String what) {
        var first = console.readPassword("%s: ", what);
        var second = console.readPassword("The same again: ");
        return judge(first, second);
    }

    private static Optional<Console> terminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }

    private static Hidden judge(char @Nullable [] first, char @Nullable [] second) {
        if (first == null || second == null || first.length == 0) {
            return new Nothing("No passphrase was typed");
        }
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same) {
            Arrays.fill(first, '\0');
            return new Nothing("The two were not the same");
        }
        return new Given(first);
    }
}
