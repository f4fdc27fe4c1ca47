package dev.keyline.pbx.command;

import dev.keyline.iax.endpoint.DialogueView;
import dev.keyline.iax.endpoint.NetStatistics;
import dev.keyline.iax.message.ReceiverReport;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.command.Command.Reply;
import dev.keyline.pbx.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;

/// `iax2 show netstats`: how well each side of a call hears the other. Asterisk knows nothing of
/// its own side without a jitter buffer and prints -1; we count all the same.
final class NetStatisticsText {
    private static final int MILLIS = 1_000_000;

    private static final ReceiverReport UNKNOWN = new ReceiverReport(-1, -1, -1, 0, 0, 0, -1);
    private static final ReceiverReport NONE = new ReceiverReport(0, 0, 0, 0, 0, 0, 0);

    private NetStatisticsText() {}

    static Reply reply(List<String> arguments, Server server) {
        return arguments.isEmpty()
                ? server.ask((exchange, _) -> new Reply.Said(table(exchange)))
                : new Reply.Misused();
    }

    private static List<String> table(Exchange exchange) {
        var lines = new ArrayList<String>();
        lines.add(
                " ".repeat(32)
                        + "-------- LOCAL ---------------------"
                        + "  -------- REMOTE --------------------");
        lines.add(
                "Channel                    RTT  Jit  Del  Lost   %  Drop  OOO  Kpkts"
                        + "  Jit  Del  Lost   %  Drop  OOO  Kpkts FirstMsg    LastMsg");
        var all = exchange.port().dialogues();
        all.forEach(d -> lines.add(row(exchange, d)));
        lines.add(all.size() + " active IAX channel" + (all.size() == 1 ? "" : "s"));
        return lines;
    }

    private static String row(Exchange exchange, DialogueView view) {
        var seen = exchange.port().statistics(view.id());
        return "%-24.25s %4d %s %s %-11s %s"
                .formatted(
                        PortCommands.channel(exchange, view).map(Channel::name).orElse("(None)"),
                        seen.map(s -> s.roundTrip() / MILLIS).orElse(view.roundTripMillis()),
                        side(seen.map(NetStatistics::ours).orElse(UNKNOWN)),
                        side(seen.flatMap(NetStatistics::theirs).orElse(NONE)),
                        view.first(),
                        "%-10s".formatted(view.last()));
    }

    private static String side(ReceiverReport report) {
        return "%4d %4d %5d %3d %5d %4d %6d"
                .formatted(
                        report.jitter(),
                        report.delay(),
                        report.lossCount(),
                        report.lossPercent(),
                        report.dropped(),
                        report.outOfOrder(),
                        report.packets() / 1000);
    }
}
