package dev.keyline.tools.text;

import java.util.ArrayList;
import java.util.List;

/// Long lines for narrow places.
public final class Wrap {
    private Wrap() {}

    /// The text in lines of at most `width` characters, broken at blanks; a word that is longer
    /// than that has a line of its own.
    public static List<String> lines(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
