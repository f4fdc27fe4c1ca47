package dev.keyline.pbx.command;

import dev.keyline.pbx.application.Applications;
import dev.keyline.pbx.command.Command.Reply;
import dev.keyline.pbx.dialplan.Context;
import dev.keyline.pbx.exchange.Exchange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The dialplan that is in force, and what may stand in one.
final class DialplanCommands {
    static final List<Command> ALL =
            List.of(
                    new Command(
                            "dialplan show",
                            "[[exten@]context]",
                            "Show dialplan",
                            DialplanCommands::show,
                            Names::contexts),
                    new Command(
                            "dialplan show globals",
                            "",
                            "Show global dialplan variables",
                            DialplanCommands::globals),
                    new Command(
                            "dialplan set global",
                            "<name> <value>",
                            "Set global dialplan variable",
                            DialplanCommands::setGlobal),
                    new Command(
                            "core show hints", "", "Show dialplan hints", DialplanCommands::hints),
                    new Command(
                            "core show applications",
                            "",
                            "Show registered dialplan applications",
                            DialplanCommands::applications),
                    new Command(
                            "core show functions",
                            "",
                            "Show registered dialplan functions",
                            DialplanCommands::functions));

    private DialplanCommands() {}

    private static Reply globals(List<String> arguments, Server server) {
        if (!arguments.isEmpty()) {
            return new Reply.Misused();
        }
        return server.ask(
                (exchange, _) -> {
                    var lines = new ArrayList<String>();
                    exchange.globals()
                            .all()
                            .forEach((name, value) -> lines.add("   " + name + "=" + value));
                    lines.add("");
                    lines.add("    -- " + count(lines.size() - 1, "variable"));
                    return new Reply.Said(lines);
                });
    }

    private static Reply setGlobal(List<String> arguments, Server server) {
        if (arguments.size() != 2 || !arguments.getFirst().matches("\\w{1,80}")) {
            return new Reply.Misused();
        }
        return server.ask(
                (exchange, _) -> {
                    exchange.globals().set(arguments.getFirst(), arguments.get(1));
                    return Reply.of(
                            "",
                            "    -- Global variable '%s' set to '%s'"
                                    .formatted(arguments.getFirst(), arguments.get(1)));
                });
    }

    private static Reply hints(List<String> arguments, Server server) {
        if (!arguments.isEmpty()) {
            return new Reply.Misused();
        }
        return server.ask(
                (exchange, _) -> {
                    var lines = new ArrayList<String>();
                    contexts(exchange)
                            .forEach(c -> c.hints().forEach(h -> lines.add(hint(exchange, c, h))));
                    lines.add("----------------");
                    lines.add("- " + count(lines.size() - 1, "hint") + " registered");
                    return new Reply.Said(lines);
                });
    }

    private static String hint(Exchange exchange, Context context, Context.Hint hint) {
        return "%-30s: %-30s  State:%-15s Watchers  0"
                .formatted(
                        hint.exten() + "@" + context.name(),
                        hint.devices(),
                        DeviceState.of(exchange, hint.devices()).word());
    }

    private static Stream<Context> contexts(Exchange exchange) {
        return exchange.dialplan().contexts().values().stream()
                .sorted(Comparator.comparing(Context::name));
    }

    private static Reply applications(List<String> arguments, Server server) {
        var names = Applications.standard().names();
        return arguments.isEmpty()
                ? list("    -= Registered Asterisk Applications =-", names, "Application")
                : new Reply.Misused();
    }

    private static Reply functions(List<String> arguments, Server server) {
        return arguments.isEmpty()
                ? list("Installed Custom Functions:", Exchange.functions(), "function")
                : new Reply.Misused();
    }

    private static Reply list(String title, List<String> names, String what) {
        var lines = new ArrayList<String>();
        lines.add(title);
        names.forEach(n -> lines.add("    " + n));
        lines.add("    -= " + count(names.size(), what) + " Registered =-");
        return new Reply.Said(lines);
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static Reply show(List<String> arguments, Server server) {
        if (arguments.size() > 1) {
            return new Reply.Misused();
        }
        var wanted = arguments.isEmpty() ? "" : arguments.getFirst();
        int at = wanted.indexOf('@');
        var context = wanted.substring(at + 1);
        var exten = at < 0 ? "" : wanted.substring(0, at);
        var lines = new ArrayList<String>();
        server.ask(
                (exchange, _) -> {
                    contexts(exchange)
                            .filter(c -> context.isEmpty() || c.name().equals(context))
                            .forEach(c -> lines.addAll(DialplanText.of(c, exten)));
                    return lines.size();
                });
        return lines.isEmpty()
                ? new Reply.Failed("There is no existence of '" + context + "' context")
                : new Reply.Said(lines);
    }
}
