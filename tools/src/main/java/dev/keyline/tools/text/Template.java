package dev.keyline.tools.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A text that comes with the program, with blanks such as `@HOME@` to be filled in.
public final class Template {
    private Template() {}

    /// The text with every blank filled in.
    ///
    /// @param beside a class in whose package the text lies
    /// @param name of the text, such as `east/iax.conf`
    /// @param blanks `HOME` and what to write for it
    public static String fill(Class<?> beside, String name, Map<String, String> blanks) {
        var text = text(beside, name);
        for (var blank : blanks.entrySet()) {
            text = text.replace("@" + blank.getKey() + "@", blank.getValue());
        }
        return text;
    }

    private static String text(Class<?> beside, String name) {
        try (var in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
