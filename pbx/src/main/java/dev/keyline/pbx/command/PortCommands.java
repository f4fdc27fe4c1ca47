package dev.keyline.pbx.command;

import dev.keyline.iax.endpoint.DialogueView;
import dev.keyline.iax.endpoint.Oddity;
import dev.keyline.iax.net.Traffic;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.command.Command.Reply;
import dev.keyline.pbx.exchange.Exchange;
import dev.keyline.pbx.exchange.PollsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What goes on behind the port, in tables.
final class PortCommands {
    static final List<Command> ALL =
            List.of(
                    new Command(
                            "iax2 show channels",
                            "",
                            "List active IAX channels",
                            PortCommands::channels),
                    new Command(
                            "iax2 show stats", "", "Display IAX statistics", PortCommands::stats),
                    new Command(
                            "iax2 show callnumber usage",
                            "[ip]",
                            "Show current entries in IP call number limit table",
                            PortCommands::usage),
                    new Command(
                            "iax2 show netstats",
                            "",
                            "List active IAX channel netstats",
                            NetStatisticsText::reply),
                    new Command(
                            "iax2 show threads",
                            "",
                            "Display IAX helper thread info",
                            PortCommands::threads),
                    new Command(
                            "iax2 show firmware",
                            "",
                            "List available IAX firmware",
                            PortCommands::firmware));

    private PortCommands() {}

    private static Reply channels(List<String> arguments, Server server) {
        if (!arguments.isEmpty()) {
            return new Reply.Misused();
        }
        return server.ask(
                (exchange, _) -> {
                    var lines = new ArrayList<String>();
                    lines.add(
                            "%-22s%-42s%-12s%-13s%-13s%-9s%-8s%-8s%-8s%-12s%s"
                                    .formatted(
                                            "Channel",
                                            "Peer",
                                            "Username",
                                            "ID (Lo/Rem)",
                                            "Seq (Tx/Rx)",
                                            "Lag",
                                            "Jitter",
                                            "JitBuf",
                                            "Format",
                                            "FirstMsg",
                                            "LastMsg"));
                    var all = exchange.port().dialogues();
                    all.forEach(d -> lines.add(row(exchange, d)));
                    lines.add(all.size() + " active IAX channel" + (all.size() == 1 ? "" : "s"));
                    return new Reply.Said(lines);
                });
    }

    private static String row(Exchange exchange, DialogueView view) {
        var channel = channel(exchange, view);
        return "%-20.20s  %-40.40s  %-10.10s  %5.5s/%5.5s  %5.5s/%5.5s  %5.5sms  %s  %s  %-6.6s  %s  %s"
                .formatted(
                        channel.map(Channel::name).orElse("(None)"),
                        view.peer().host(),
                        channel.map(c -> c.identity().section()).orElse("(None)"),
                        "%05d".formatted(view.ours().value()),
                        "%05d".formatted(view.theirs().value()),
                        "%05d".formatted(view.sent()),
                        "%05d".formatted(view.expected()),
                        "%05d".formatted(view.roundTripMillis()),
                        "-0001ms",
                        "0000ms",
                        channel.flatMap(Channel::format)
                                .map(f -> f.asteriskName())
                                .orElse("Unknow"),
                        "%-10s".formatted(view.first()),
                        "%-10s".formatted(view.last()));
    }

    private static Reply stats(List<String> arguments, Server server) {
        if (!arguments.isEmpty()) {
            return new Reply.Misused();
        }
        return server.ask(
                (exchange, _) -> {
                    var port = exchange.port().counters();
                    var lines = new ArrayList<String>();
                    lines.add("    IAX Statistics");
                    lines.add("-".repeat(21));
                    lines.add(
                            port.datagramsIn()
                                    + " datagrams received, "
                                    + port.datagramsOut()
                                    + " sent");
                    lines.add(passed(server.traffic()));
                    for (var oddity : Oddity.values()) {
                        if (port.of(oddity) > 0) {
                            lines.add("%8d %s".formatted(port.of(oddity), oddity));
                        }
                    }
                    lines.addAll(asking(exchange.polls()));
                    lines.add("");
                    return new Reply.Said(lines);
                });
    }

    /// With few datagrams in each batch, waking up costs more than the work.
    private static String passed(Traffic traffic) {
        return "in %d batches; the kernel refused to send %d"
                .formatted(traffic.batches(), traffic.unsent());
    }

    private static List<String> asking(PollsView polls) {
        return List.of(
                polls.asked()
                        + " numbers asked of other dialplans, "
                        + polls.answered()
                        + " asked of ours",
                polls.tooMany()
                        + " more than maxdialplanquestions allows, "
                        + polls.forgotten()
                        + " answers forgotten for maxdialplananswers");
    }

    private static Reply usage(List<String> arguments, Server server) {
        if (arguments.size() > 1) {
            return new Reply.Misused();
        }
        return server.ask(
                (exchange, _) -> {
                    int limit =
                            exchange.configuration()
                                    .lines()
                                    .general()
                                    .port()
                                    .limits()
                                    .callsPerAddress();
                    var lines = new ArrayList<String>();
                    lines.add(
                            "%-45s %-12s %-12s"
                                    .formatted("Address", "Callno Usage", "Callno Limit"));
                    exchange.port()
                            .numbersHeld()
                            .forEach(
                                    (address, held) -> {
                                        if (arguments.isEmpty()
                                                || address.host().equals(arguments.getFirst())) {
                                            lines.add(
                                                    "%-45s %-12s %-12s"
                                                            .formatted(address, held, limit));
                                        }
                                    });
                    return lines.size() == 1 && !arguments.isEmpty()
                            ? Reply.of(
                                    "No call number table entries for "
                                            + arguments.getFirst()
                                            + " found")
                            : new Reply.Said(lines);
                });
    }

    /// Asterisk has a pool of helpers; here the loops of the port are asked (`threads`), each with
    /// the datagrams it has received. Slow work goes to other threads.
    private static Reply threads(List<String> arguments, Server server) {
        if (!arguments.isEmpty()) {
            return new Reply.Misused();
        }
        var loops = server.traffic().loops();
        var lines = new ArrayList<String>();
        lines.addAll(List.of("IAX2 Thread Information", "Idle Threads:", "Active Threads:"));
        for (int i = 0; i < loops.size(); i++) {
            lines.add(
                    "Thread %d: state=1, update=0, actions=%d, func='a loop of the port'"
                            .formatted(i + 1, loops.get(i).received()));
        }
        lines.add("Dynamic Threads:");
        lines.add(
                "%d of %1$d threads accounted for with 0 dynamic threads".formatted(loops.size()));
        return new Reply.Said(lines);
    }

    /// Nobody is served firmware here: with a forged source address it is a flood on somebody else
    /// (CVE-2008-3264).
    private static Reply firmware(List<String> arguments, Server server) {
        return arguments.size() > 1
                ? new Reply.Misused()
                : Reply.of("%-15.15s  %-15.15s %-15.15s".formatted("Device", "Version", "Size"));
    }

    static Optional<Channel> channel(Exchange exchange, DialogueView view) {
        return exchange.channels().stream()
                .filter(c -> c.identity().call().equals(view.id()))
                .findFirst();
    }
}
