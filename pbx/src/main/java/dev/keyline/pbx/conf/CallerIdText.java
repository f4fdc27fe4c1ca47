package dev.keyline.pbx.conf;

/// `"Name" <number>`, `Name <number>`, `<number>` or a bare number.
public record CallerIdText(String name, String number) {
    public static CallerIdText parse(String text) {
        var whole = text.strip();
        int open = whole.lastIndexOf('<');
        int close = whole.lastIndexOf('>');
        if (open >= 0 && close > open) {
            return new CallerIdText(
                    unquoted(whole.substring(0, open)), whole.substring(open + 1, close).strip());
        }
        return whole.matches("[0-9*#+-]+")
                ? new CallerIdText("", whole)
                : new CallerIdText(unquoted(whole), "");
    }

    private static String unquoted(String text) {
        var bare = text.strip();
        return bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"")
                ? bare.substring(1, bare.length() - 1)
                : bare;
    }
}
