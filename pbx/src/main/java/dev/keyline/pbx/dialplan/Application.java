package dev.keyline.pbx.dialplan;

/// `Name(arguments)`, or the old `Name,arguments`.
record Application(String name, String arguments) {
    static Application parse(String text) {
        int open = text.indexOf('(');
        int comma = text.indexOf(',');
        if (open >= 0 && (comma < 0 || open < comma)) {
            int close = text.lastIndexOf(')');
            var inside = text.substring(open + 1, close > open ? close : text.length());
            return new Application(text.substring(0, open).strip(), inside);
        }
        return comma < 0
                ? new Application(text.strip(), "")
                : new Application(text.substring(0, comma).strip(), text.substring(comma + 1));
    }
}
