package dev.keyline.tools.phone;

import dev.keyline.tools.text.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// One thing that happened on the line, for a person and for a program.
///
/// @param seconds since the telephone was picked up
/// @param event one word for it
/// @param words a sentence without its full stop
/// @param facts what a program wants to know besides, in this order
public record Happening(double seconds, String event, String words, Map<String, Object> facts) {
    public Happening {
        facts = new LinkedHashMap<>(facts);
    }

    /// ` 0.012 answered`.
    public String line() {
        return String.format(Locale.ROOT, "%8.3f  %s", seconds, words);
    }

    public Json json() {
        var json = new Json().with("seconds", seconds).with("event", event).with("words", words);
        facts.forEach(json::with);
        return json;
    }
}
