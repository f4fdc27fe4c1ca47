package dev.keyline.pbx.dialplan;

/// Replaces `${NAME}`, `${NAME:offset:length}`, `${FUNC(arguments)}` and `$[expression]`, from the
/// inside out.
public final class Substitution {
    /// Nesting beyond this is left as it stands.
    private static final int MAX_DEPTH = 30;

    private Substitution() {}

    public static String apply(String text, Variables variables) {
        return apply(text, variables, 0);
    }

    private static String apply(String text, Variables variables, int depth) {
        if (text.indexOf('$') < 0 || depth > MAX_DEPTH) {
            return text;
        }
        var out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = opens(text, at) ? closing(text, at + 1) : -1;
            if (end < 0) {
                out.append(text.charAt(at++));
                continue;
            }
            var inside = apply(text.substring(at + 2, end), variables, depth + 1);
            out.append(
                    text.charAt(at + 1) == '{'
                            ? value(inside, variables)
                            : Expression.evaluate(inside));
            at = end + 1;
        }
        return out.toString();
    }

    private static boolean opens(String text, int at) {
        return text.startsWith("${", at) || text.startsWith("$[", at);
    }

    /// Where the bracket at `open` closes; -1 when it does not.
    private static int closing(String text, int open) {
        char opening = text.charAt(open);
        char closing = opening == '{' ? '}' : ']';
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == opening ? 1 : c == closing ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static String value(String inside, Variables variables) {
        int open = inside.indexOf('(');
        int close = inside.lastIndexOf(')');
        if (open > 0 && close > open) {
            var result =
                    variables.call(inside.substring(0, open), inside.substring(open + 1, close));
            return part(result, inside.substring(close + 1));
        }
        int colon = inside.indexOf(':');
        return colon < 0
                ? variables.value(inside)
                : part(variables.value(inside.substring(0, colon)), inside.substring(colon));
    }

    /// `:offset` and `:offset:length`; a negative offset counts from the end, a negative length
    /// drops from it.
    private static String part(String value, String range) {
        var fields = range.split(":", -1);
        if (fields.length < 2) {
            return value;
        }
        int size = value.length();
        int offset = number(fields[1], 0);
        int from = Math.clamp(offset < 0 ? size + offset : offset, 0, size);
        int length = fields.length > 2 ? number(fields[2], size) : size;
        int to = length < 0 ? size + length : (int) Math.min(size, (long) from + length);
        return to <= from ? "" : value.substring(from, to);
    }

    private static int number(String text, int otherwise) {
        return text.strip().matches("-?\\d{1,9}") ? Integer.parseInt(text.strip()) : otherwise;
    }
}
