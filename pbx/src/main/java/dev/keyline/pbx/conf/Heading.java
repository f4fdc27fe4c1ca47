package dev.keyline.pbx.conf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A section's first line, taken apart: `[name](!,+,base,...)`.
///
/// @param bases sections to inherit from, in order
record Heading(String name, boolean template, boolean addition, List<String> bases) {
    /// Empty when a bracket does not close, which spoils the whole file.
    static Optional<Heading> parse(String line) {
        int end = line.indexOf(']');
        if (end < 0) {
            return Optional.empty();
        }
        var name = line.substring(1, end);
        if (!line.startsWith("(", end + 1)) {
            return Optional.of(new Heading(name, false, false, List.of()));
        }
        int close = line.indexOf(')', end);
        return close < 0
                ? Optional.empty()
                : Optional.of(withOptions(name, line.substring(end + 2, close)));
    }

    private static Heading withOptions(String name, String options) {
        boolean template = false;
        boolean addition = false;
        var bases = new ArrayList<String>();
        for (var option : options.split(",", -1)) {
            var word = option.strip();
            if (word.equals("!")) {
                template = true;
            } else if (word.equals("+")) {
                addition = true;
            } else if (!word.isEmpty()) {
                bases.add(word);
            }
        }
        return new Heading(name, template, addition, List.copyOf(bases));
    }
}
