package dev.keyline.pbx.command;

import dev.keyline.pbx.command.Command.Reply;
import java.util.List;

/// Commands of parts that Asterisk has and an exchange without them answers all the same, so that
/// scripts written for Asterisk hear what they know: nothing is provisioned, and nothing is
/// realtime.
final class AbsentCommands {
    static final List<Command> ALL =
            List.of(
                    new Command(
                            "iax2 show provisioning",
                            "[template]",
                            "Display iax provisioning; no device is provisioned here",
                            (arguments, _) ->
                                    arguments.size() > 1
                                            ? new Reply.Misused()
                                            : Reply.of("No provisioning templates found")),
                    new Command(
                            "iax2 provision",
                            "<host> <template> [forced]",
                            "Provision an IAX device; none is provisioned here",
                            (arguments, _) ->
                                    arguments.size() < 2
                                            ? new Reply.Misused()
                                            : new Reply.Failed(
                                                    "Unable to provision: there is no template '"
                                                            + arguments.get(1)
                                                            + "'")),
                    new Command(
                            "iax2 prune realtime",
                            "<name>|all",
                            "Prune a cached realtime lookup; all sections stand in iax.conf here",
                            AbsentCommands::prune));

    private AbsentCommands() {}

    private static Reply prune(List<String> arguments, Server server) {
        if (arguments.size() != 1) {
            return new Reply.Misused();
        }
        var name = arguments.getFirst();
        if (name.equals("all")) {
            return Reply.of("Cache flushed successfully.");
        }
        return server.ask(
                (exchange, _) -> {
                    var lines = exchange.configuration().lines();
                    return Reply.of(
                            lines.peer(name).isPresent()
                                    ? "Peer " + name + " is not eligible for this operation."
                                    : lines.user(name).isPresent()
                                            ? "User "
                                                    + name
                                                    + " is not eligible for this operation."
                                            : name + " was not found in the cache.");
                });
    }
}
