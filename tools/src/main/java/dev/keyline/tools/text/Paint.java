package dev.keyline.tools.text;

/// Colours for a terminal that wants them.
///
/// @param on whether there are any; without them every text stays as it is
public record Paint(boolean on) {
    public String good(String text) {
        return in("32", text);
    }

    public String bad(String text) {
        return in("31", text);
    }

    public String title(String text) {
        return in("1", text);
    }

    public String faint(String text) {
        return in("2", text);
    }

    private String in(String colour, String text) {
        return on ? "\u001B[" + colour + "m" + text + "\u001B[0m" : text;
    }
}
