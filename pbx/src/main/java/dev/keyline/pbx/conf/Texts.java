package dev.keyline.pbx.conf;

import java.util.List;
import java.util.Map;

/// Where configuration texts come from: a folder in life, a map in tests.
public interface Texts {
    /// The texts a name stands for, sorted: one for a plain name, any number for a pattern with `*`
    /// or `?`, none when there is no such file.
    List<Text> named(String nameOrPattern);

    /// A file and what it says.
    record Text(String name, String content) {}

    /// Texts held in memory.
    static Texts of(Map<String, String> contents) {
        return wanted ->
                contents.entrySet().stream()
                        .filter(entry -> Glob.matches(wanted, entry.getKey()))
                        .map(entry -> new Text(entry.getKey(), entry.getValue()))
                        .sorted((a, b) -> a.name().compareTo(b.name()))
                        .toList();
    }
}
