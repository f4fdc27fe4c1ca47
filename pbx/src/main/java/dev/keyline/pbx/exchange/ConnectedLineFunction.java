package dev.keyline.pbx.exchange;

import dev.keyline.iax.message.ConnectedLine;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Introduction;
import dev.keyline.pbx.conf.CallerIdText;
import dev.keyline.pbx.dialplan.Arguments;
import java.util.Locale;
import java.util.Optional;

/// `CONNECTEDLINE(num|name|all|pres|num-plan[,i])`: who is at the other end. What is set is told to
/// the channel at once, unless there is an `i`.
final class ConnectedLineFunction {
    private ConnectedLineFunction() {}

    static String read(ConnectedLine line, String part) {
        return switch (part.toLowerCase(Locale.ROOT)) {
            case "num", "number" -> line.number();
            case "name" -> line.name();
            case "all" -> "\"" + line.name() + "\" <" + line.number() + ">";
            case "pres", "num-pres", "name-pres" -> Presentation.word(line.presentation());
            case "ton", "num-plan" -> String.valueOf(line.typeOfNumber());
            case "num-valid" -> line.number().isEmpty() ? "0" : "1";
            case "name-valid" -> line.name().isEmpty() ? "0" : "1";
            default -> "";
        };
    }

    /// Sets a part, and tells the channel.
    ///
    /// @return whether there is such a part, and the value is one for it
    static boolean write(Channel channel, String argument, String value, long now) {
        var arguments = Arguments.of(argument);
        var changed = changed(channel.parties().connected(), arguments.at(0).strip(), value);
        changed.ifPresent(
                line -> {
                    if (arguments.at(1).strip().equals("i")) {
                        channel.parties().connected(line);
                    } else {
                        Introduction.connected(channel, line, now);
                    }
                });
        return changed.isPresent();
    }

    private static Optional<ConnectedLine> changed(ConnectedLine line, String part, String value) {
        int plan = line.typeOfNumber();
        int shown = Presentation.shown(line.presentation());
        return switch (part.toLowerCase(Locale.ROOT)) {
            case "num", "number" -> Optional.of(new ConnectedLine(value, line.name(), shown, plan));
            case "name" -> Optional.of(new ConnectedLine(line.number(), value, shown, plan));
            case "all" -> {
                var both = CallerIdText.parse(value);
                yield Optional.of(new ConnectedLine(both.number(), both.name(), shown, plan));
            }
            case "pres", "num-pres", "name-pres" ->
                    Presentation.value(value)
                            .map(p -> new ConnectedLine(line.number(), line.name(), p, plan));
            case "ton", "num-plan" ->
                    Presentation.octet(value)
                            .map(p -> new ConnectedLine(line.number(), line.name(), shown, p));
            default -> Optional.empty();
        };
    }
}
