package dev.keyline.tools;

import dev.keyline.tools.command.AstGenKey;
import dev.keyline.tools.command.Demo;
import dev.keyline.tools.command.Dial;
import dev.keyline.tools.command.Keys;
import dev.keyline.tools.command.Run;
import dev.keyline.tools.command.Trace;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program. Its subcommands are listed here and live in `command`.
@Command(
        name = "keyline",
        description = "IAX2 for the JVM, where RSA keys, not passwords, open the line.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AstGenKey.class, Keys.class, Demo.class, Dial.class, Run.class, Trace.class})
public final class Keyline {
    private Keyline() {}

    /// Runs the program and ends the process with the exit code of the subcommand.
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /// The parsed command line, writing UTF-8 to the process's streams; tests replace its writers.
    public static CommandLine commandLine() {
        return new CommandLine(new Keyline())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }
}
