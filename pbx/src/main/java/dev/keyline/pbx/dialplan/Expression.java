package dev.keyline.pbx.dialplan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What `$[...]` comes to. Loosest to tightest: `?::`, `|`, `&`, comparisons, `+ -`, `* / %`, `!`
/// and unary `-`, then `:`, `=~` and `~~`; parentheses as usual. Comparisons are of numbers if both
/// sides are numbers, otherwise of texts; their result is 1 or 0. An expression that makes no sense
/// comes to 0, as a false condition would.
public final class Expression {
    /// Parentheses within parentheses, and signs before signs.
    private static final int MAX_DEPTH = 100;

    private final List<Token> tokens;
    private int at;
    private int depth;

    private record Token(String text, boolean operator) {}

    private static final class Nonsense extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Nonsense() {
            super(null, null, false, false);
        }
    }

    private Expression(List<Token> tokens) {
        this.tokens = tokens;
    }

    public static String evaluate(String text) {
        try {
            var expression = new Expression(tokens(text));
            var value = expression.condition();
            return expression.at == expression.tokens.size() ? value : "0";
        } catch (Nonsense _) {
            return "0";
        }
    }

    private static final List<String> OPERATORS =
            List.of(
                    "::", "=~", "~~", ">=", "<=", "!=", "|", "&", "=", ">", "<", "+", "-", "*", "/",
                    "%", "!", "(", ")", ":", "?");

    private static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (c == '"') {
                int end = text.indexOf('"', i + 1);
                int stop = end < 0 ? text.length() : end;
                tokens.add(new Token(text.substring(i + 1, stop), false));
                i = stop + 1;
            } else {
                var operator = operatorAt(text, i);
                int end = operator.isPresent() ? i + operator.get().length() : wordEnd(text, i);
                tokens.add(new Token(text.substring(i, end), operator.isPresent()));
                i = end;
            }
        }
        return tokens;
    }

    private static Optional<String> operatorAt(String text, int at) {
        return OPERATORS.stream().filter(o -> text.startsWith(o, at)).findFirst();
    }

    private static int wordEnd(String text, int start) {
        int i = start;
        while (i < text.length()
                && !Character.isWhitespace(text.charAt(i))
                && text.charAt(i) != '"'
                && operatorAt(text, i).isEmpty()) {
            i++;
        }
        return i;
    }

    private boolean take(String operator) {
        if (at < tokens.size()
                && tokens.get(at).operator()
                && tokens.get(at).text().equals(operator)) {
            at++;
            return true;
        }
        return false;
    }

    private String condition() {
        var value = or();
        if (!take("?")) {
            return value;
        }
        var yes = condition();
        if (!take("::")) {
            throw new Nonsense();
        }
        var no = condition();
        return isTrue(value) ? yes : no;
    }

    private String or() {
        var left = and();
        while (take("|")) {
            var right = and();
            left = isTrue(left) ? left : isTrue(right) ? right : "0";
        }
        return left;
    }

    private String and() {
        var left = comparison();
        while (take("&")) {
            var right = comparison();
            left = isTrue(left) && isTrue(right) ? left : "0";
        }
        return left;
    }

    private String comparison() {
        var left = sum();
        while (true) {
            if (take("=")) {
                left = truth(compare(left, sum()) == 0);
            } else if (take("!=")) {
                left = truth(compare(left, sum()) != 0);
            } else if (take(">=")) {
                left = truth(compare(left, sum()) >= 0);
            } else if (take("<=")) {
                left = truth(compare(left, sum()) <= 0);
            } else if (take(">")) {
                left = truth(compare(left, sum()) > 0);
            } else if (take("<")) {
                left = truth(compare(left, sum()) < 0);
            } else {
                return left;
            }
        }
    }

    private String sum() {
        var left = product();
        while (true) {
            if (take("+")) {
                left = text(number(left).add(number(product())));
            } else if (take("-")) {
                left = text(number(left).subtract(number(product())));
            } else {
                return left;
            }
        }
    }

    private String product() {
        var left = unary();
        while (true) {
            if (take("*")) {
                left = text(number(left).multiply(number(unary()), MathContext.DECIMAL64));
            } else if (take("/")) {
                left = text(number(left).divide(divisor(), MathContext.DECIMAL64));
            } else if (take("%")) {
                left = text(number(left).remainder(divisor(), MathContext.DECIMAL64));
            } else {
                return left;
            }
        }
    }

    private BigDecimal divisor() {
        var divisor = number(unary());
        if (divisor.signum() == 0) {
            throw new Nonsense();
        }
        return divisor;
    }

    private String unary() {
        if (take("!")) {
            return truth(!isTrue(deeper()));
        }
        return take("-") ? text(number(deeper()).negate()) : match();
    }

    private String deeper() {
        if (++depth > MAX_DEPTH) {
            throw new Nonsense();
        }
        var value = unary();
        depth--;
        return value;
    }

    private String match() {
        var left = primary();
        while (true) {
            if (take("=~")) {
                left = Matching.find(left, primary(), false);
            } else if (take(":")) {
                left = Matching.find(left, primary(), true);
            } else if (take("~~")) {
                left = left + primary();
            } else {
                return left;
            }
        }
    }

    private String primary() {
        if (take("(")) {
            if (++depth > MAX_DEPTH) {
                throw new Nonsense();
            }
            var value = condition();
            depth--;
            if (!take(")")) {
                throw new Nonsense();
            }
            return value;
        }
        if (at >= tokens.size()) {
            return "";
        }
        var token = tokens.get(at);
        if (token.operator()) {
            return ""; // an operand that came out empty: $[${MISSING} = 1]
        }
        at++;
        return token.text();
    }

    private static int compare(String left, String right) {
        var a = numeric(left);
        var b = numeric(right);
        return a.isPresent() && b.isPresent() ? a.get().compareTo(b.get()) : left.compareTo(right);
    }

    private static BigDecimal number(String text) {
        return numeric(text).orElseThrow(Nonsense::new);
    }

    private static Optional<BigDecimal> numeric(String text) {
        var bare = text.strip();
        return bare.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?")
                ? Optional.of(new BigDecimal(bare))
                : Optional.empty();
    }

    private static String text(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return (plain.signum() == 0 ? BigDecimal.ZERO : plain).toPlainString();
    }

    private static boolean isTrue(String value) {
        return numeric(value).map(n -> n.signum() != 0).orElse(!value.isEmpty());
    }

    private static String truth(boolean value) {
        return value ? "1" : "0";
    }
}
