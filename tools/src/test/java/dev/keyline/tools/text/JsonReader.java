package dev.keyline.tools.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads JSON (RFC 8259) strictly enough to find what no reader would take: objects become maps,
/// numbers doubles, null the text `null`.
public final class JsonReader {
    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /// The value that the whole text is.
    public static Object read(String text) {
        var reader = new JsonReader(text);
        var value = reader.value();
        if (reader.at != text.length()) {
            throw new AssertionError("something follows at " + reader.at);
        }
        return value;
    }

    private Object value() {
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> object() {
        var all = new LinkedHashMap<String, Object>();
        take('{');
        while (text.charAt(at) != '}') {
            var name = string();
            take(':');
            if (all.put(name, value()) != null) {
                throw new AssertionError(name + " stands there twice");
            }
            more('}');
        }
        take('}');
        return all;
    }

    private List<Object> array() {
        var all = new ArrayList<>();
        take('[');
        while (text.charAt(at) != ']') {
            all.add(value());
            more(']');
        }
        take(']');
        return all;
    }

    private void more(char end) {
        if (text.charAt(at) != end) {
            take(',');
        }
    }

    private String string() {
        int begin = ++at;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return text.substring(begin, at++);
    }

    private Object word() {
        int begin = at;
        while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        var word = text.substring(begin, at);
        if (List.of("true", "false").contains(word)) {
            return Boolean.parseBoolean(word);
        }
        return word.equals("null") ? word : (Object) Double.parseDouble(number(word));
    }

    private static String number(String word) {
        if (!word.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?")) {
            throw new AssertionError("no number: " + word);
        }
        return word;
    }

    private void take(char expected) {
        if (text.charAt(at) != expected) {
            throw new AssertionError(expected + " expected at " + at + " of " + text);
        }
        at++;
    }
}
