package dev.keyline.pbx.exchange;

import dev.keyline.pbx.channel.Channel;
import java.util.Locale;
import java.util.Optional;

/// `TIMEOUT(digit|response|absolute)`, in seconds. An absolute one of 0 takes it away.
final class TimeoutFunction {
    private static final long SECOND = 1_000_000_000L;

    private TimeoutFunction() {}

    static String read(Channel channel, String which, long now) {
        var all = channel.timeouts();
        return switch (which.strip().toLowerCase(Locale.ROOT)) {
            case "digit" -> String.valueOf(all.digit() / SECOND);
            case "response" -> String.valueOf(all.response() / SECOND);
            case "absolute" ->
                    all.absolute() == Long.MAX_VALUE
                            ? "0"
                            : String.valueOf((all.absolute() - now) / SECOND);
            default -> "";
        };
    }

    static Optional<String> write(Channel channel, String which, String value, long now) {
        if (!value.strip().matches("\\d{1,8}(\\.\\d{1,6})?")) {
            return Optional.of("TIMEOUT(" + which + ") takes seconds, not '" + value + "'");
        }
        long nanos = (long) (Double.parseDouble(value.strip()) * SECOND);
        var all = channel.timeouts();
        switch (which.strip().toLowerCase(Locale.ROOT)) {
            case "digit" -> channel.timeouts(all.withDigit(nanos));
            case "response" -> channel.timeouts(all.withResponse(nanos));
            case "absolute" ->
                    channel.timeouts(all.withAbsolute(nanos == 0 ? Long.MAX_VALUE : now + nanos));
            default -> {
                return Optional.of("TIMEOUT(" + which + ") is none of digit, response, absolute");
            }
        }
        return Optional.empty();
    }
}
