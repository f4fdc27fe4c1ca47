package dev.keyline.pbx.command;

import dev.keyline.iax.trunk.TrunkSettings;
import dev.keyline.iax.wire.Frame;
import dev.keyline.pbx.command.Command.Reply;
import java.util.List;
import java.util.Optional;

/// What can be changed at the port while it runs, until the next start or reload.
final class PortSettings {
    static final List<Command> ALL =
            List.of(
                    new Command(
                            "iax2 set debug",
                            "{on|off|peer <name>}",
                            "Enable/Disable IAX debugging",
                            PortSettings::debug,
                            _ -> List.of("on", "off", "peer", "trunk", "jb")),
                    new Command(
                            "iax2 set debug peer",
                            "<name>",
                            "Enable IAX debugging for one peer",
                            PortSettings::debugPeer,
                            Names::peers),
                    new Command(
                            "iax2 set debug trunk",
                            "{on|off}",
                            "Enable/Disable IAX trunk debugging",
                            (arguments, server) -> toggle(arguments, "Trunk ", server::debugTrunks),
                            _ -> List.of("on", "off")),
                    new Command(
                            "iax2 set debug jb",
                            "{on|off}",
                            "Enable/Disable IAX jitterbuffer debugging",
                            (arguments, server) ->
                                    toggle(arguments, "Jitterbuffer ", on -> jitter(on, server)),
                            _ -> List.of("on", "off")),
                    new Command(
                            "iax2 set mtu",
                            "{<octets>|0|default}",
                            "Set the IAX systemwide trunking MTU",
                            PortSettings::mtu),
                    new Command(
                            "iax2 test losspct",
                            "<percentage>",
                            "Set IAX2 incoming frame loss percentage",
                            PortSettings::loss));

    private PortSettings() {}

    private interface Switch {
        void turn(boolean on);
    }

    private static Reply toggle(List<String> arguments, String what, Switch how) {
        boolean on = arguments.equals(List.of("on"));
        if (!on && !arguments.equals(List.of("off"))) {
            return new Reply.Misused();
        }
        how.turn(on);
        return Reply.of("IAX2 " + what + "Debugging " + (on ? "Enabled" : "Disabled"));
    }

    private static void jitter(boolean on, Server server) {
        server.ask(
                (exchange, now) -> {
                    exchange.watchJitter(on, now);
                    return on;
                });
    }

    private static Reply debug(List<String> arguments, Server server) {
        return toggle(
                arguments,
                "",
                on -> server.debug(on ? new Server.Debug.On() : new Server.Debug.Off()));
    }

    private static Reply debugPeer(List<String> arguments, Server server) {
        if (arguments.size() != 1) {
            return new Reply.Misused();
        }
        var name = arguments.getFirst();
        var host =
                server.<Optional<String>>ask(
                        (exchange, _) -> exchange.peers().address(name).map(a -> a.host()));
        if (host.isEmpty()) {
            return new Reply.Failed("IAX2 peer '" + name + "' does not exist");
        }
        server.debug(new Server.Debug.Host(host.get()));
        return Reply.of("IAX2 Debugging Enabled for IP: " + host.get());
    }

    private static Reply mtu(List<String> arguments, Server server) {
        if (arguments.size() != 1) {
            return new Reply.Misused();
        }
        var word = arguments.getFirst();
        if (!word.equals("default") && !word.matches("\\d{1,5}")) {
            return new Reply.Misused();
        }
        int wanted = word.equals("default") ? TrunkSettings.USUAL.mtu() : Integer.parseInt(word);
        if (wanted != 0 && (wanted < TrunkSettings.LEAST_MTU || wanted > Frame.MAX_DATAGRAM)) {
            return new Reply.Failed(
                    "Trunk MTU must be between %d and %d"
                            .formatted(TrunkSettings.LEAST_MTU, Frame.MAX_DATAGRAM));
        }
        return server.ask(
                (exchange, _) -> {
                    int before = exchange.port().trunkMtu();
                    exchange.port().trunkMtu(wanted);
                    return Reply.of(
                            wanted == 0
                                    ? "Trunk MTU control disabled (mtu was " + before + ")"
                                    : "Trunk MTU changed from " + before + " to " + wanted);
                });
    }

    private static Reply loss(List<String> arguments, Server server) {
        if (arguments.size() != 1 || !arguments.getFirst().matches("\\d{1,2}|100")) {
            return new Reply.Misused();
        }
        int percent = Integer.parseInt(arguments.getFirst());
        return server.ask(
                (exchange, _) -> {
                    exchange.lose(percent);
                    return Reply.of();
                });
    }
}
