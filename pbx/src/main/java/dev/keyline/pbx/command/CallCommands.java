package dev.keyline.pbx.command;

import dev.keyline.iax.call.Cause;
import dev.keyline.iax.message.CallerId;
import dev.keyline.pbx.application.Office.NoWay;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Position;
import dev.keyline.pbx.command.Command.Reply;
import dev.keyline.pbx.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;

/// Calls that are up, calls to be placed, calls to be ended.
final class CallCommands {
    static final List<Command> ALL =
            List.of(
                    new Command(
                            "core show channels",
                            "[concise|verbose|count]",
                            "Display information on channels",
                            CallCommands::channels),
                    new Command(
                            "core show channel",
                            "<channel>",
                            "Display information on a specific channel",
                            CallCommands::channel,
                            Names::channels),
                    new Command(
                            "channel request hangup",
                            "<channel>|<all>",
                            "Request a hangup on a given channel",
                            CallCommands::hangUp,
                            Names::channels),
                    new Command(
                            "channel redirect",
                            "<channel> <[[context,]exten,]priority>",
                            "Redirect a channel to another place of the dialplan",
                            CallCommands::redirect,
                            Names::channels),
                    new Command(
                            "channel originate",
                            "<tech/data> extension [exten@][context]",
                            "Originate a call",
                            CallCommands::originate));

    private static final long SECOND = 1_000_000_000L;

    private CallCommands() {}

    private static Reply channels(List<String> arguments, Server server) {
        var how = arguments.isEmpty() ? "" : arguments.getFirst();
        if (arguments.size() > 1 || !List.of("", "concise", "verbose", "count").contains(how)) {
            return new Reply.Misused();
        }
        return server.ask((exchange, now) -> channels(exchange, how, now));
    }

    private static Reply channels(Exchange exchange, String how, long now) {
        var lines = new ArrayList<String>();
        if (how.equals("concise")) {
            exchange.channels().forEach(c -> lines.add(concise(c, now)));
            return new Reply.Said(lines);
        }
        if (!how.equals("count")) {
            lines.add(row("Channel", "Location", "State", "Application(Data)"));
            exchange.channels()
                    .forEach(c -> lines.add(row(c.name(), place(c), c.state().word(), "")));
        }
        int count = exchange.channels().size();
        long calls = exchange.channels().stream().filter(c -> c.identity().incoming()).count();
        var counts = exchange.counts();
        lines.add(count + " active channel" + (count == 1 ? "" : "s"));
        lines.add(calls + " active call" + (calls == 1 ? "" : "s"));
        lines.add(counts.arrived() + counts.placed() + " calls processed");
        return new Reply.Said(lines);
    }

    private static String row(String channel, String place, String state, String application) {
        return "%-64.64s %-32.32s %-7.7s %-30.30s".formatted(channel, place, state, application);
    }

    private static String place(Channel channel) {
        var at = channel.position();
        return at.exten() + "@" + at.context() + ":" + at.priority();
    }

    private static String concise(Channel channel, long now) {
        var at = channel.position();
        return String.join(
                "!",
                channel.name(),
                at.context(),
                at.exten(),
                "" + at.priority(),
                channel.state().word(),
                "",
                "",
                channel.caller().number(),
                channel.account(),
                "",
                "3",
                "" + (now - channel.since()) / SECOND,
                "",
                channel.name());
    }

    private static Reply channel(List<String> arguments, Server server) {
        if (arguments.size() != 1) {
            return new Reply.Misused();
        }
        var name = arguments.getFirst();
        return server.ask(
                (exchange, now) ->
                        exchange.channel(name)
                                .<Reply>map(c -> new Reply.Said(details(c, now)))
                                .orElse(new Reply.Failed(name + " is not a known channel")));
    }

    private static List<String> details(Channel channel, long now) {
        var proof = channel.proof();
        return List.of(
                " -- General --",
                "           Name: " + channel.name(),
                "           Type: IAX2",
                "       Peer IP: " + channel.identity().peer(),
                "      Caller ID: " + channel.caller().number(),
                " Caller ID Name: " + channel.caller().name(),
                "       Language: " + channel.language(),
                "          State: " + channel.state().word(),
                "  Auth. Method: " + proof.method(),
                "        RSA key: " + (proof.key().isEmpty() ? "(none)" : proof.key()),
                "    Fingerprint: "
                        + (proof.fingerprint().isEmpty() ? "(none)" : proof.fingerprint()),
                "      Encrypted: " + (channel.isEncrypted() ? "yes" : "no"),
                "   Elapsed Time: " + (now - channel.since()) / SECOND + "s",
                "        Context: " + channel.position().context(),
                "      Extension: " + channel.position().exten(),
                "       Priority: " + channel.position().priority());
    }

    private static Reply hangUp(List<String> arguments, Server server) {
        if (arguments.size() != 1) {
            return new Reply.Misused();
        }
        var name = arguments.getFirst();
        return server.ask(
                (exchange, now) -> {
                    var names =
                            name.equals("all")
                                    ? exchange.channels().stream().map(Channel::name).toList()
                                    : List.of(name);
                    var lines = new ArrayList<String>();
                    for (var each : names) {
                        lines.add(
                                exchange.hangUp(each, Cause.NORMAL, now)
                                        ? "Requested Hangup on channel '" + each + "'"
                                        : each + " is not a known channel");
                    }
                    return new Reply.Said(lines);
                });
    }

    private static Reply originate(List<String> arguments, Server server) {
        if (arguments.size() != 3 || !arguments.get(1).equals("extension")) {
            return new Reply.Misused();
        }
        var place = arguments.get(2).split("@", 2);
        var then = new Position(place.length > 1 ? place[1] : "default", place[0], 1);
        return server.ask(
                (exchange, now) ->
                        exchange.originate(arguments.getFirst(), then, CallerId.NONE, now)
                                        instanceof NoWay(_, var why)
                                ? new Reply.Failed(why)
                                : Reply.of());
    }

    /// As Asterisk reads it: the context and the extension may be left out.
    private static Reply redirect(List<String> arguments, Server server) {
        if (arguments.size() != 2) {
            return new Reply.Misused();
        }
        var name = arguments.getFirst();
        return server.ask(
                (exchange, now) ->
                        exchange.channel(name)
                                .map(c -> redirect(exchange, c, arguments.get(1), now))
                                .orElse(new Reply.Failed("Channel '" + name + "' not found")));
    }

    private static Reply redirect(Exchange exchange, Channel channel, String where, long now) {
        var to = exchange.find(channel, where, now);
        if (to.isEmpty()) {
            return new Reply.Failed(
                    "There is no place " + where + " in the dialplan for " + channel.name());
        }
        return exchange.redirect(channel.name(), to.get(), now)
                ? Reply.of("Channel '" + channel.name() + "' successfully redirected to " + where)
                : new Reply.Failed(
                        channel.name() + " cannot be redirected: it has not answered yet");
    }
}
