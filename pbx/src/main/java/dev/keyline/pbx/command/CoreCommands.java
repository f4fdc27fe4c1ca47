package dev.keyline.pbx.command;

import dev.keyline.pbx.command.Command.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The process itself: version, uptime, reload, the end.
final class CoreCommands {
    private static final Set<String> MODULES =
            Set.of("chan_iax2.so", "pbx_config.so", "chan_iax2", "pbx_config");
    private static final Set<String> KEYS = Set.of("res_crypto.so", "res_crypto");

    static final List<Command> ALL =
            List.of(
                    new Command(
                            "core show version", "", "Display version info", CoreCommands::version),
                    new Command(
                            "core show uptime",
                            "[seconds]",
                            "Show uptime information",
                            CoreCommands::uptime),
                    new Command("core reload", "", "Global reload", CoreCommands::reload),
                    new Command(
                            "module reload",
                            "<module>",
                            "Reload configuration for a module",
                            CoreCommands::module),
                    new Command(
                            "core set verbose",
                            "<level>",
                            "Set level of verbosity",
                            CoreCommands::verbose),
                    new Command(
                            "core restart now",
                            "",
                            "Restart immediately",
                            (arguments, server) -> restart(arguments, server, Server.Ending.NOW)),
                    new Command(
                            "core restart gracefully",
                            "",
                            "Restart when the last call is over, taking no more",
                            (arguments, server) ->
                                    restart(arguments, server, Server.Ending.GRACEFULLY)),
                    new Command(
                            "core restart when convenient",
                            "",
                            "Restart when nobody is on the line",
                            (arguments, server) ->
                                    restart(arguments, server, Server.Ending.WHEN_CONVENIENT)),
                    new Command(
                            "core stop when convenient",
                            "",
                            "Shut down when nobody is on the line",
                            (arguments, server) ->
                                    stop(arguments, server, Server.Ending.WHEN_CONVENIENT)),
                    new Command(
                            "core stop now",
                            "",
                            "Shut down immediately",
                            (arguments, server) -> stop(arguments, server, Server.Ending.NOW)),
                    new Command(
                            "core stop gracefully",
                            "",
                            "Gracefully shut down",
                            (arguments, server) ->
                                    stop(arguments, server, Server.Ending.GRACEFULLY)));

    private CoreCommands() {}

    private static Reply version(List<String> arguments, Server server) {
        return arguments.isEmpty() ? Reply.of(server.version()) : new Reply.Misused();
    }

    private static Reply uptime(List<String> arguments, Server server) {
        var up = server.uptime();
        if (arguments.equals(List.of("seconds"))) {
            return Reply.of("System uptime: " + up.toSeconds());
        }
        return arguments.isEmpty() ? Reply.of("System uptime: " + words(up)) : new Reply.Misused();
    }

    private static String words(Duration up) {
        var parts = new ArrayList<String>();
        part(parts, up.toDays(), "day");
        part(parts, up.toHoursPart(), "hour");
        part(parts, up.toMinutesPart(), "minute");
        part(parts, up.toSecondsPart(), "second");
        return parts.isEmpty() ? "0 seconds" : String.join(", ", parts);
    }

    private static void part(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + " " + unit + (number == 1 ? "" : "s"));
        }
    }

    private static Reply reload(List<String> arguments, Server server) {
        if (!arguments.isEmpty()) {
            return new Reply.Misused();
        }
        var lines = new ArrayList<>(keys(server));
        var wrong = server.reload();
        if (!wrong.isEmpty()) {
            return new Reply.Failed(wrong);
        }
        lines.add("The configuration files have been read again.");
        return new Reply.Said(lines);
    }

    private static List<String> keys(Server server) {
        var changes = server.reloadKeys().changes();
        return changes.isEmpty()
                ? List.of("No key has changed.")
                : changes.stream().map(change -> change.message()).toList();
    }

    private static Reply module(List<String> arguments, Server server) {
        if (arguments.size() != 1) {
            return new Reply.Misused();
        }
        var module = arguments.getFirst();
        if (KEYS.contains(module)) {
            var lines = new ArrayList<>(keys(server));
            lines.add("Module 'res_crypto' reloaded successfully.");
            return new Reply.Said(lines);
        }
        if (!MODULES.contains(module)) {
            return new Reply.Failed(
                    "No such module '"
                            + module
                            + "': there are chan_iax2.so, pbx_config.so and res_crypto.so");
        }
        var wrong = server.reload();
        return wrong.isEmpty()
                ? Reply.of("Module '" + module.replace(".so", "") + "' reloaded successfully.")
                : new Reply.Failed(wrong);
    }

    private static Reply verbose(List<String> arguments, Server server) {
        if (arguments.size() != 1 || !arguments.getFirst().matches("\\d")) {
            return new Reply.Misused();
        }
        server.verbose(Integer.parseInt(arguments.getFirst()));
        return Reply.of("Console verbose is now " + arguments.getFirst() + ".");
    }

    private static Reply stop(List<String> arguments, Server server, Server.Ending how) {
        if (!arguments.isEmpty()) {
            return new Reply.Misused();
        }
        server.stop(how);
        return Reply.of(words(how) + "it ends.");
    }

    private static Reply restart(List<String> arguments, Server server, Server.Ending how) {
        if (!arguments.isEmpty()) {
            return new Reply.Misused();
        }
        server.restart(how);
        return Reply.of(words(how) + "it starts anew.");
    }

    private static String words(Server.Ending how) {
        return switch (how) {
            case NOW -> "All calls are hung up, and ";
            case GRACEFULLY -> "No more calls are taken; when the last one is over, ";
            case WHEN_CONVENIENT -> "When nobody is on the line, ";
        };
    }
}
