package dev.keyline.tools.text;

import java.util.Collection;
import java.util.stream.Collectors;

/// One JSON object (RFC 8259), written in the order in which it was filled and in one line, so that
/// a stream of them can be read line by line. A number that JSON cannot write is null.
public final class Json {
    private final StringBuilder text = new StringBuilder("{");

    /// Adds a member. Numbers, truth values and objects stand as they are, a collection becomes an
    /// array of such, everything else a text.
    public Json with(String name, Object value) {
        text.append(text.length() == 1 ? "" : ",").append(quoted(name)).append(':');
        text.append(written(value));
        return this;
    }

    private static String written(Object value) {
        return switch (value) {
            case Double number when !Double.isFinite(number) -> "null";
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case Json object -> object.toString();
            case Collection<?> many ->
                    many.stream().map(Json::written).collect(Collectors.joining(",", "[", "]"));
            default -> quoted(value.toString());
        };
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
