package dev.keyline.pbx.conf;

/// Takes comments out of the lines of one file: `;` to the end of the line unless written `\;`, and
/// blocks from `;--` to `--;`, which may nest. A row of dashes after `;` is a plain comment.
final class Uncommented {
    private int depth;

    /// The line without its comments and without blanks at its ends.
    String strip(String line) {
        var kept = new StringBuilder();
        int at = 0;
        while (at < line.length()) {
            at = depth > 0 ? inside(line, at) : outside(line, at, kept);
        }
        return kept.toString().strip();
    }

    boolean isInside() {
        return depth > 0;
    }

    private int inside(String line, int at) {
        if (line.startsWith("--;", at)) {
            depth--;
            return at + 3;
        }
        if (opens(line, at)) {
            depth++;
            return at + 3;
        }
        return at + 1;
    }

    private int outside(String line, int at, StringBuilder kept) {
        char c = line.charAt(at);
        if (c == '\\' && line.startsWith(";", at + 1)) {
            kept.append(';');
            return at + 2;
        }
        if (opens(line, at)) {
            depth++;
            return at + 3;
        }
        if (c == ';') {
            return line.length();
        }
        kept.append(c);
        return at + 1;
    }

    private static boolean opens(String line, int at) {
        return line.startsWith(";--", at) && !line.startsWith("-", at + 3);
    }
}
