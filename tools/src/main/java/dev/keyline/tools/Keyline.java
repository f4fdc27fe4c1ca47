package dev.keyline.tools;

import dev.keyline.tools.command.AstGenKey;
import dev.keyline.tools.command.Attach;
import dev.keyline.tools.command.Demo;
import dev.keyline.tools.command.Dial;
import dev.keyline.tools.command.Doctor;
import dev.keyline.tools.command.Keys;
import dev.keyline.tools.command.Load;
import dev.keyline.tools.command.Run;
import dev.keyline.tools.command.Trace;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The program. Its subcommands are listed here and live in `command`.
@Command(
        name = "keyline",
        description = "IAX2 for the JVM, where RSA keys, not passwords, open the line.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Keyline implements Callable<Integer> {
    /// In the order of the help text.
    private static final List<Map.Entry<String, Class<?>>> SUBCOMMANDS =
            List.of(
                    Map.entry("astgenkey", AstGenKey.class),
                    Map.entry("keys", Keys.class),
                    Map.entry("demo", Demo.class),
                    Map.entry("dial", Dial.class),
                    Map.entry("doctor", Doctor.class),
                    Map.entry("load", Load.class),
                    Map.entry("run", Run.class),
                    Map.entry("trace", Trace.class));

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "-r", description = "Attach a console to the exchange that is running here.")
    private boolean attaches;

    @Option(
            names = "-x",
            paramLabel = "COMMAND",
            description = "With -r: carry out one command there, as keyline -rx 'keys show'.")
    private @Nullable String command;

    @Option(
            names = "-C",
            paramLabel = "FILE",
            description = "With -r: the asterisk.conf that the exchange serves.")
    private @Nullable Path main;

    @Option(
            names = "-v",
            description =
                    "With -r: show every step of the dialplan, as keyline -rv; -vv even more.")
    private boolean[] verbose = new boolean[0];

    private Keyline() {}

    @Override
    public Integer call() {
        var here = Objects.requireNonNull(spec, "picocli sets it");
        if (!attaches && command == null) {
            throw new ParameterException(here.commandLine(), "Missing required subcommand");
        }
        return Attach.run(
                here, Optional.ofNullable(main), Optional.ofNullable(command), verbose.length);
    }

    /// Runs the program and ends the process with the exit code of the subcommand.
    public static void main(String[] arguments) {
        System.setProperty(
                "keyline.pid", Long.toString(ProcessHandle.current().pid())); // for the log
        System.exit(commandLine(arguments).execute(arguments));
    }

    /// The command line that can carry these arguments out, writing UTF-8 to the process's streams;
    /// tests replace its writers. Where they begin with a subcommand it knows no other: picocli
    /// reads the options of each that it knows by reflection, and of all eight that takes longer
    /// than to start an exchange.
    public static CommandLine commandLine(String... arguments) {
        var program = new CommandLine(new Keyline());
        var first = arguments.length == 0 ? "" : arguments[0];
        boolean isKnown = SUBCOMMANDS.stream().anyMatch(it -> it.getKey().equals(first));
        for (var subcommand : SUBCOMMANDS) {
            if (!isKnown || subcommand.getKey().equals(first)) {
                program.addSubcommand(subcommand.getKey(), subcommand.getValue());
            }
        }
        return program.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }
}
