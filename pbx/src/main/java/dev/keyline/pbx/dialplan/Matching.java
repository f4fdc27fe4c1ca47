package dev.keyline.pbx.dialplan;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Regular expressions in a dialplan: texts come from callers and patterns from people in a hurry,
/// so a pattern that runs away is stopped.
public final class Matching {
    private static final int MAX_STEPS = 200_000;

    private Matching() {}

    /// What `=~` and `:` come to: the first group if the pattern has one, otherwise the length of
    /// the match; an empty text or 0 when nothing matches or the pattern is none.
    ///
    /// @param anchored whether the match must begin at the start (`:`)
    public static String find(String text, String pattern, boolean anchored) {
        try {
            var matcher = Pattern.compile(pattern).matcher(new Counted(text, new int[1]));
            boolean found = anchored ? matcher.lookingAt() : matcher.find();
            if (matcher.groupCount() > 0) {
                var group = found ? matcher.group(1) : null;
                return group == null ? "" : group;
            }
            return found ? Integer.toString(matcher.end() - matcher.start()) : "0";
        } catch (PatternSyntaxException | RunsAway | StackOverflowError _) {
            return "0"; // Java's matcher recurses once for each round of a group such as (a|b)*
        }
    }

    private static final class RunsAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RunsAway() {
            super(null, null, false, false);
        }
    }

    /// A text that counts how often it is looked at.
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose: a counter
    private record Counted(String text, int[] steps) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (++steps[0] > MAX_STEPS) {
                throw new RunsAway();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
