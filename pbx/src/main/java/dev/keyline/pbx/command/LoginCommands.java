package dev.keyline.pbx.command;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.keyline.pbx.command.Command.Reply;
import dev.keyline.pbx.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Who proved to be whom, and who could not.
final class LoginCommands {
    static final List<Command> ALL =
            List.of(
                    new Command(
                            "iax2 show logins",
                            "[like <pattern>]",
                            "Show the last login of each account, the key it used, and what was refused",
                            LoginCommands::logins));

    private LoginCommands() {}

    private static Reply logins(List<String> arguments, Server server) {
        return LineCommands.like(arguments)
                .map(like -> server.ask((exchange, _) -> logins(exchange, like)))
                .orElseGet(Reply.Misused::new);
    }

    private static Reply logins(Exchange exchange, Pattern like) {
        var lines = new ArrayList<String>();
        lines.add(row("Account", "Last", "What", "From", "Method", "Key") + "Fingerprint");
        exchange.peers().logins().stream()
                .filter(l -> like.matcher(l.account()).find())
                .forEach(
                        l ->
                                lines.add(
                                        row(
                                                        l.account(),
                                                        l.when().truncatedTo(SECONDS).toString(),
                                                        l.what(),
                                                        l.from().toString(),
                                                        l.method(),
                                                        l.key())
                                                + l.fingerprint()));
        lines.add(counts(exchange));
        return new Reply.Said(lines);
    }

    private static String row(
            String account, String when, String what, String from, String method, String key) {
        return "%-15.15s  %-20.20s  %-12.12s  %-21s  %-9.9s  %-15.15s  "
                .formatted(account, when, what, from, method, key);
    }

    private static String counts(Exchange exchange) {
        var counts = exchange.peers().loginCounts();
        var refused =
                counts.refused().entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .collect(Collectors.joining(", "));
        return counts.accepted() + " let in, refused: " + (refused.isEmpty() ? "none" : refused);
    }
}
