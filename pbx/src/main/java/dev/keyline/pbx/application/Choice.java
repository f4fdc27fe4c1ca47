package dev.keyline.pbx.application;

/// `condition?yes:no`.
record Choice(String condition, String yes, String no) {
    static Choice of(String text) {
        return after(text, text.indexOf('?'));
    }

    /// Splits at a question mark whose place is known; times hold colons.
    static Choice after(String text, int mark) {
        if (mark < 0) {
            return new Choice(text.strip(), "", "");
        }
        var branches = text.substring(mark + 1);
        int colon = colonOutside(branches);
        return new Choice(
                text.substring(0, mark).strip(),
                (colon < 0 ? branches : branches.substring(0, colon)).strip(),
                colon < 0 ? "" : branches.substring(colon + 1).strip());
    }

    private static int colonOutside(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ':' && depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /// Asterisk's rule: a number is true unless it is 0, any other text unless it is empty.
    static boolean isTrue(String condition) {
        var bare = condition.strip();
        return bare.matches("-?\\d{1,18}") ? Long.parseLong(bare) != 0 : !bare.isEmpty();
    }
}
