package dev.keyline.iax.trace;

/// One line of a drawing: characters at columns.
final class Canvas {
    private static final int SHAFT = 3;

    private final StringBuilder line;

    Canvas(int width) {
        line = new StringBuilder(" ".repeat(width));
    }

    /// Writes a text from `column` on; the line grows if it must.
    void put(int column, String text) {
        int end = column + text.length();
        while (line.length() < end) {
            line.append(' ');
        }
        line.replace(column, end, text);
    }

    /// Writes a text that ends before `column`.
    void right(int column, String text) {
        put(Math.max(0, column - text.length()), text);
    }

    void centre(int column, String text) {
        put(Math.max(0, column - text.length() / 2), text);
    }

    /// Draws an arrow from one column to another, its text on the shaft. What does not fit there is
    /// cut; the tail of a long story is in the list of lines, not in the ladder.
    void arrow(int from, int to, String text) {
        int left = Math.min(from, to) + 1;
        int room = Math.abs(to - from) - 1;
        var fitting = fit(text, room - SHAFT - 3);
        var shaft = "─".repeat(room - fitting.length() - 3);
        put(
                left,
                from < to ? " " + fitting + " " + shaft + "▶" : "◀" + shaft + " " + fitting + " ");
    }

    private static String fit(String text, int room) {
        return text.length() <= room ? text : text.substring(0, room - 1) + "…";
    }

    @Override
    public String toString() {
        return line.toString().stripTrailing();
    }
}
