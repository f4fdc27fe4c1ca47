package dev.keyline.pbx.command;

import dev.keyline.pbx.application.Applications;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.line.Peer;
import java.util.List;

/// The names a person may mean, for completion.
final class Names {
    private Names() {}

    static List<String> peers(Server server) {
        return server.ask(
                (exchange, _) ->
                        exchange.configuration().lines().peers().stream().map(Peer::name).toList());
    }

    static List<String> channels(Server server) {
        return server.ask(
                (exchange, _) -> exchange.channels().stream().map(Channel::name).toList());
    }

    static List<String> contexts(Server server) {
        return server.ask((exchange, _) -> List.copyOf(exchange.dialplan().contexts().keySet()));
    }

    static List<String> applications(Server server) {
        return Applications.standard().names();
    }
}
