package dev.keyline.pbx.dialplan;

import java.util.Optional;
import java.util.regex.Pattern;

/// The second field of an `exten` line: `1`, `n`, `s`, with `+offset` and `(label)`.
record Priority(int number, Optional<String> label) {
    private static final Pattern FORM =
            Pattern.compile(
                    "(\\d{1,9}|[nNsS])(?:\\+(\\d{1,6}))?(?:\\(([^)]*)\\))?(?:\\+(\\d{1,6}))?");

    /// @param last the priority of the line before, to which `n` adds one
    static Optional<Priority> parse(String text, int last) {
        var match = FORM.matcher(text.replace(" ", ""));
        if (!match.matches()) {
            return Optional.empty();
        }
        var word = match.group(1);
        int base =
                word.equalsIgnoreCase("n")
                        ? last + 1
                        : word.equalsIgnoreCase("s") ? last : Integer.parseInt(word);
        int number = base + offset(match.group(2)) + offset(match.group(4));
        return number < 1
                ? Optional.empty()
                : Optional.of(
                        new Priority(
                                number,
                                Optional.ofNullable(match.group(3)).filter(l -> !l.isEmpty())));
    }

    private static int offset(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
