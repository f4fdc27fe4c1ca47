package dev.keyline.tools.load;

import dev.keyline.iax.trunk.TrunkSettings;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How durations, rates and parts are written: `1.5s`, `20ms`, `2m`, `1h`, a bare number for
/// seconds; `50` or `50/s`, `3000/m`; `2%`.
public final class Quantities {
    private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)(us|ms|s|m|h|)");
    private static final Pattern RATE = Pattern.compile("(\\d+(?:\\.\\d+)?)(?:/([smh]))?");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)%");

    /// A year; more is a mistake.
    private static final double LONGEST = 365 * 86_400.0;

    private Quantities() {}

    /// Nanoseconds; empty if it is no duration.
    public static Optional<Long> duration(String text) {
        var match = DURATION.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        double seconds = Double.parseDouble(match.group(1)) * seconds(match.group(2));
        return seconds <= LONGEST ? Optional.of(Math.round(seconds * 1e9)) : Optional.empty();
    }

    private static double seconds(@Nullable String unit) {
        return switch (unit) {
            case "us" -> 1e-6;
            case "ms" -> 1e-3;
            case "m" -> 60;
            case "h" -> 3600;
            case null, default -> 1;
        };
    }

    /// So many a second, more than 0.
    static Optional<Double> rate(String text) {
        var match = RATE.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        double rate = Double.parseDouble(match.group(1)) / seconds(match.group(2));
        return rate > 0 ? Optional.of(rate) : Optional.empty();
    }

    /// 0 to 1.
    static Optional<Double> part(String text) {
        var match = PART.matcher(text.strip());
        return match.matches()
                ? Optional.of(Double.parseDouble(match.group(1)) / 100).filter(p -> p <= 1)
                : Optional.empty();
    }

    /// A whole number from 1.
    static Optional<Long> count(String text) {
        return text.strip().matches("[1-9]\\d{0,11}")
                ? Optional.of(Long.parseLong(text.strip()))
                : Optional.empty();
    }

    /// What `trunkmtu` of `iax.conf` may be.
    static Optional<Integer> mtu(String text) {
        return text.strip().matches("\\d{1,4}")
                ? Optional.of(Integer.parseInt(text.strip())).filter(it -> it == 0 || isMtu(it))
                : Optional.empty();
    }

    private static boolean isMtu(int octets) {
        return octets >= TrunkSettings.LEAST_MTU && octets <= TrunkSettings.MOST_MTU;
    }

    /// `1-1000`, or one number.
    static Optional<Role.Numbers> numbers(String text) {
        var parts = text.strip().split("-", 2);
        if (!text.strip().matches("\\d{1,9}(-\\d{1,9})?")) {
            return Optional.empty();
        }
        int first = Integer.parseInt(parts[0]);
        int last = parts.length == 1 ? first : Integer.parseInt(parts[1]);
        return Optional.of(new Role.Numbers(first, last)).filter(it -> first <= last);
    }

    /// `always`, `never`, or speech and silence as `1s/1.5s`.
    static Optional<TalkPattern> talk(String text) {
        return switch (text.strip()) {
            case "always" -> Optional.of(TalkPattern.ALWAYS);
            case "never" -> Optional.of(TalkPattern.NEVER);
            case String pattern -> {
                var parts = pattern.split("/", 2);
                yield parts.length < 2
                        ? Optional.empty()
                        : duration(parts[0])
                                .flatMap(on -> duration(parts[1]).map(off -> pattern(on, off)))
                                .filter(it -> it.on() > 0);
            }
        };
    }

    private static TalkPattern pattern(long on, long off) {
        return new TalkPattern(on, off);
    }
}
