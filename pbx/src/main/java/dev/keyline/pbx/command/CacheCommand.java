package dev.keyline.pbx.command;

import dev.keyline.pbx.command.Command.Reply;
import dev.keyline.pbx.remote.CachedAnswer;
import java.util.ArrayList;
import java.util.List;

/// `iax2 show cache`: what other exchanges said of their dialplans, in Asterisk's columns.
final class CacheCommand {
    private static final String ROW = "%-20.20s %-12.12s %-9.9s %-8.8s %s";

    static final Command SHOW =
            new Command(
                    "iax2 show cache",
                    "",
                    "Display IAX cached dialplan",
                    (arguments, server) ->
                            arguments.isEmpty()
                                    ? server.ask(
                                            (exchange, now) -> table(exchange.polls().answers(now)))
                                    : new Reply.Misused());

    private CacheCommand() {}

    private static Reply table(List<CachedAnswer> answers) {
        var lines = new ArrayList<String>();
        lines.add(ROW.formatted("Peer/Context", "Exten", "Exp.", "Wait.", "Flags"));
        answers.forEach(answer -> lines.add(row(answer)));
        return new Reply.Said(lines);
    }

    private static String row(CachedAnswer answer) {
        var left = answer.secondsLeft() > 0 ? "" + answer.secondsLeft() : "(expired)";
        return ROW.formatted(
                answer.peerAndContext(),
                answer.number(),
                left,
                "" + answer.waiters(),
                String.join("|", answer.flags()));
    }
}
