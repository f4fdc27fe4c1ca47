package dev.keyline.pbx.function;

import dev.keyline.pbx.dialplan.Expression;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Functions of numbers.
final class Arithmetic {
    private static final String NUMBER = "(-?\\d{1,30}(?:\\.\\d{1,30})?)";
    private static final String OPERATOR = "(\\*\\*|<<|>>|>=|<=|==|AND|OR|XOR|[-+*/%<>])";
    private static final Pattern OPERATION =
            Pattern.compile("\\s*" + NUMBER + "\\s*" + OPERATOR + "\\s*" + NUMBER + "\\s*");

    private Arithmetic() {}

    /// `MATH(a op b,type)`; a float with six decimals unless the type is `i`, as in Asterisk.
    static String math(String operation, String type) {
        var match = OPERATION.matcher(operation);
        if (!match.matches()) {
            return "";
        }
        var result = compute(match.group(1), match.group(2), match.group(3));
        return result.matches("-?\\d+(\\.\\d+)?")
                ? formatted(new BigDecimal(result), type)
                : result;
    }

    private static String compute(String left, String operator, String right) {
        return switch (operator) {
            case "**" -> power(Double.parseDouble(left), Double.parseDouble(right));
            case "<<" -> Long.toString(integer(left) << integer(right));
            case ">>" -> Long.toString(integer(left) >> integer(right));
            case "AND" -> Long.toString(integer(left) & integer(right));
            case "OR" -> Long.toString(integer(left) | integer(right));
            case "XOR" -> Long.toString(integer(left) ^ integer(right));
            case "==" -> truth(left, "=", right);
            case "<", ">", "<=", ">=" -> truth(left, operator, right);
            default -> Expression.evaluate(left + " " + operator + " " + right);
        };
    }

    private static String power(double base, double exponent) {
        double result = Math.pow(base, exponent);
        return Double.isFinite(result) ? BigDecimal.valueOf(result).toPlainString() : "";
    }

    private static String truth(String left, String operator, String right) {
        return Expression.evaluate(left + " " + operator + " " + right).equals("1")
                ? "TRUE"
                : "FALSE";
    }

    private static String formatted(BigDecimal number, String type) {
        return switch (type) {
            case "i", "int" -> number.setScale(0, RoundingMode.DOWN).toPlainString();
            case "h", "hex" -> Long.toHexString(number.longValue());
            case "c", "char" -> String.valueOf((char) number.intValue());
            default -> number.setScale(6, RoundingMode.HALF_UP).toPlainString();
        };
    }

    private static long integer(String text) {
        return new BigDecimal(text).longValue();
    }

    /// From `low` to `high`, both included; 0 and 2147483647 unless given.
    static String random(String low, String high, RandomGenerator chance) {
        long from = low.matches("\\d{1,10}") ? Long.parseLong(low) : 0;
        long to = high.matches("\\d{1,10}") ? Long.parseLong(high) : Integer.MAX_VALUE;
        return Long.toString(to < from ? from : chance.nextLong(from, to + 1));
    }
}
