package dev.keyline.tools.text;

import java.util.Collection;
import java.util.stream.Collectors;

/// One JSON object (RFC 8259), written in the order in which it was filled and in one line, so that
/// a stream of them can be read line by line.
public final class Json {
    private final StringBuilder text = new StringBuilder("{");

    /// Adds a member. Numbers and truth values stand as they are, a collection becomes an array of
    /// texts, everything else a text.
    public Json with(String name, Object value) {
        text.append(text.length() == 1 ? "" : ",").append(quoted(name)).append(':');
        text.append(
                switch (value) {
                    case Number number -> number.toString();
                    case Boolean truth -> truth.toString();
                    case Collection<?> many -> array(many);
                    default -> quoted(value.toString());
                });
        return this;
    }

    private static String array(Collection<?> many) {
        return many.stream()
                .map(one -> quoted(one.toString()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String plain) {
        var quoted = new StringBuilder("\"");
        plain.chars().forEach(unit -> append(quoted, (char) unit));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder to, char unit) {
        if (unit == '"' || unit == '\\') {
            to.append('\\').append(unit);
        } else if (unit < ' ' || Character.isSurrogate(unit) || unit == '\u007F') {
            to.append(String.format("\\u%04x", (int) unit));
        } else {
            to.append(unit);
        }
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
