package dev.keyline.pbx.dialplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What an extension is called: a number to the letter, or a pattern behind `_`.
///
/// In patterns `X` is 0 to 9, `Z` 1 to 9, `N` 2 to 9, `[abc-e]` a set, `.` one or more of anything,
/// `!` nothing or more; `-` is decoration everywhere. Patterns are ordered as Asterisk orders them:
/// position by position, the narrower one first. The first that matches in this order wins, not the
/// longest.
public final class Pattern implements Comparable<Pattern> {
    private static final int DOT = 0x18000;
    private static final int BANG = 0x28000;
    private static final int END = 0x30000;

    private final String text;
    private final boolean literal;
    private final List<Element> elements;

    private record Element(int score, String members) {
        boolean takes(char c) {
            return members.indexOf(c) >= 0;
        }
    }

    private Pattern(String text, boolean literal, List<Element> elements) {
        this.text = text;
        this.literal = literal;
        this.elements = List.copyOf(elements);
    }

    /// How far a dialled number fits.
    public enum Fit {
        /// Not at all.
        NONE,
        /// Not yet; more digits could lead there.
        PARTLY,
        /// It fits, and no longer number does.
        EXACTLY,
        /// It fits, and longer numbers do as well.
        ALREADY
    }

    /// Reads an extension's name; empty when a set does not close or is empty.
    public static Optional<Pattern> parse(String text) {
        return text.startsWith("_") ? pattern(text) : Optional.of(literal(text));
    }

    static Pattern literal(String text) {
        var elements = new ArrayList<Element>();
        for (char c : undecorated(text).toCharArray()) {
            elements.add(new Element(0x100 + c, String.valueOf(c)));
        }
        return new Pattern(text, true, elements);
    }

    private static Optional<Pattern> pattern(String text) {
        var elements = new ArrayList<Element>();
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '-') {
                continue;
            }
            if (c == '[') {
                int close = text.indexOf(']', i);
                var members = close < 0 ? "" : members(text.substring(i + 1, close));
                if (members.isEmpty()) {
                    return Optional.empty();
                }
                elements.add(set(members));
                i = close;
            } else {
                elements.add(element(c));
            }
        }
        return elements.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pattern(text, false, elements));
    }

    private static Element element(char c) {
        return switch (c) {
            case 'X', 'x' -> set("0123456789");
            case 'Z', 'z' -> set("123456789");
            case 'N', 'n' -> set("23456789");
            case '.' -> new Element(DOT, "");
            case '!' -> new Element(BANG, "");
            default -> set(String.valueOf(c));
        };
    }

    private static Element set(String members) {
        return new Element(0x100 * members.length() + members.charAt(0), members);
    }

    private static String members(String inside) {
        var members = new TreeSet<Character>();
        for (int i = 0; i < inside.length(); i++) {
            char from = inside.charAt(i);
            boolean isRange = i + 2 < inside.length() && inside.charAt(i + 1) == '-';
            char to = isRange ? inside.charAt(i + 2) : from;
            for (int c = from; c <= to; c++) {
                members.add((char) c);
            }
            i += isRange ? 2 : 0;
        }
        var text = new StringBuilder();
        members.forEach(text::append);
        return text.toString();
    }

    private static String undecorated(String text) {
        return text.replace("-", "");
    }

    /// Whether it is a number to the letter.
    public boolean isLiteral() {
        return literal;
    }

    public boolean matches(String dialled) {
        var fit = fit(dialled);
        return fit == Fit.EXACTLY || fit == Fit.ALREADY;
    }

    public Fit fit(String dialled) {
        var digits = undecorated(dialled);
        for (int i = 0; i < elements.size(); i++) {
            var element = elements.get(i);
            if (element.score() == DOT) {
                return digits.length() > i ? Fit.ALREADY : Fit.PARTLY;
            }
            if (element.score() == BANG) {
                return Fit.EXACTLY; // `!` matches as early as it can and waits for no more
            }
            if (i == digits.length()) {
                return Fit.PARTLY;
            }
            if (!element.takes(digits.charAt(i))) {
                return Fit.NONE;
            }
        }
        return digits.length() == elements.size() ? Fit.EXACTLY : Fit.NONE;
    }

    @Override
    public int compareTo(Pattern other) {
        if (literal != other.literal) {
            return literal ? -1 : 1;
        }
        return literal ? undecorated(text).compareTo(undecorated(other.text)) : byPosition(other);
    }

    private int byPosition(Pattern other) {
        int longest = Math.max(elements.size(), other.elements.size());
        for (int i = 0; i < longest; i++) {
            int order = Integer.compare(score(i), other.score(i));
            if (order == 0 && i < elements.size()) {
                order = elements.get(i).members().compareTo(other.elements.get(i).members());
            }
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int score(int position) {
        return position < elements.size() ? elements.get(position).score() : END;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pattern pattern && compareTo(pattern) == 0;
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
