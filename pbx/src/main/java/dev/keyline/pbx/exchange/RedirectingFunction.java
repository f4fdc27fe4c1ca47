package dev.keyline.pbx.exchange;

import dev.keyline.iax.message.Redirecting;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Introduction;
import dev.keyline.pbx.dialplan.Arguments;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `REDIRECTING(from-num|from-name|to-num|to-name|reason|count[,i])`: who sent a call elsewhere.
/// What is set is told to the channel at once, unless there is an `i`.
final class RedirectingFunction {
    /// Asterisk's words for the reason, by its number.
    private static final List<String> REASONS =
            List.of(
                    "unknown",
                    "cfb",
                    "cfnr",
                    "unavailable",
                    "cfu",
                    "time_of_day",
                    "dnd",
                    "deflection",
                    "follow_me",
                    "out_of_order",
                    "away",
                    "cf_dte",
                    "send_to_vm");

    private RedirectingFunction() {}

    static String read(Redirecting how, String part) {
        return switch (part.toLowerCase(Locale.ROOT)) {
            case "from-num", "from-number" -> how.fromNumber();
            case "from-name" -> how.fromName();
            case "to-num", "to-number" -> how.toNumber();
            case "to-name" -> how.toName();
            case "reason" -> word(how.reason());
            case "count" -> String.valueOf(how.count());
            default -> "";
        };
    }

    private static String word(int reason) {
        return reason >= 0 && reason < REASONS.size() ? REASONS.get(reason) : "unknown";
    }

    /// Sets a part, and tells the channel.
    ///
    /// @return whether there is such a part, and the value is one for it
    static boolean write(Channel channel, String argument, String value, long now) {
        var arguments = Arguments.of(argument);
        var changed = changed(channel.parties().redirecting(), arguments.at(0).strip(), value);
        changed.ifPresent(
                how -> {
                    if (arguments.at(1).strip().equals("i")) {
                        channel.parties().redirecting(how);
                    } else {
                        Introduction.redirecting(channel, how, now);
                    }
                });
        return changed.isPresent();
    }

    private static Optional<Redirecting> changed(Redirecting how, String part, String value) {
        return switch (part.toLowerCase(Locale.ROOT)) {
            case "from-num", "from-number" -> Optional.of(how.from(value, how.fromName()));
            case "from-name" -> Optional.of(how.from(how.fromNumber(), value));
            case "to-num", "to-number" -> Optional.of(how.to(value, how.toName()));
            case "to-name" -> Optional.of(how.to(how.toNumber(), value));
            case "reason" ->
                    Optional.of(REASONS.indexOf(value.strip().toLowerCase(Locale.ROOT)))
                            .filter(n -> n >= 0)
                            .map(n -> how.because(n, how.count()));
            case "count" -> Presentation.octet(value).map(n -> how.because(how.reason(), n));
            default -> Optional.empty();
        };
    }
}
