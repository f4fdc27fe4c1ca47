package dev.keyline.pbx.application;

import java.util.Optional;
import java.util.regex.Pattern;

/// Times as people write them in a dialplan, in nanoseconds.
final class Durations {
    static final long MILLI = 1_000_000L;
    static final long SECOND = 1_000_000_000L;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?|\\.\\d{1,9}");

    private Durations() {}

    /// `2` or `1.5` seconds; empty when it is no number.
    static Optional<Long> seconds(String text) {
        return of(text, SECOND);
    }

    static Optional<Long> millis(String text) {
        return of(text, MILLI);
    }

    private static Optional<Long> of(String text, long unit) {
        return NUMBER.matcher(text.strip()).matches()
                ? Optional.of((long) (Double.parseDouble(text.strip()) * unit))
                : Optional.empty();
    }
}
