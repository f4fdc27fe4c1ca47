package dev.keyline.pbx.conf;

import java.util.regex.Pattern;

/// Telephone numbers as people write them.
public final class PhoneNumber {
    private static final Pattern WRITTEN = Pattern.compile("[0-9*#+ ().\\[\\]-]+");

    private PhoneNumber() {}

    /// The number without what only eases reading: blanks, parentheses, dots but a last one, and
    /// hyphens outside brackets (`shrinkcallerid`). What is no number stays as it is; Asterisk
    /// takes hyphens out of names too.
    public static String shrunk(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            return text;
        }
        var kept = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (!isOrnament(c, depth, i == text.length() - 1)) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static boolean isOrnament(char c, int depth, boolean last) {
        return switch (c) {
            case ' ', '(', ')' -> true;
            case '-' -> depth <= 0;
            case '.' -> !last;
            default -> false;
        };
    }
}
