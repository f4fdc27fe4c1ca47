package dev.keyline.pbx.function;

import dev.keyline.pbx.dialplan.Arguments;
import dev.keyline.pbx.dialplan.Expression;
import dev.keyline.pbx.dialplan.Matching;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The functions by name, as Asterisk spells them.
public final class Functions {
    private interface Function {
        String call(Arguments arguments, Surroundings here);
    }

    private static final Map<String, Function> ALL =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("LEN", (a, _) -> Integer.toString(whole(a).length())),
                            Map.entry("TOUPPER", (a, _) -> whole(a).toUpperCase(Locale.ROOT)),
                            Map.entry("TOLOWER", (a, _) -> whole(a).toLowerCase(Locale.ROOT)),
                            Map.entry(
                                    "QUOTE",
                                    (a, _) ->
                                            '"'
                                                    + whole(a).replace("\\", "\\\\")
                                                            .replace("\"", "\\\"")
                                                    + '"'),
                            Map.entry("PASSTHRU", (a, _) -> whole(a)),
                            Map.entry("MD5", (a, _) -> Texts.md5(whole(a))),
                            Map.entry("URIENCODE", (a, _) -> Texts.uriEncode(whole(a))),
                            Map.entry("URIDECODE", (a, _) -> Texts.uriDecode(whole(a))),
                            Map.entry("FILTER", (a, _) -> Texts.filter(a.at(0), rest(a))),
                            Map.entry(
                                    "CUT",
                                    (a, here) ->
                                            Texts.cut(here.variable(a.at(0)), a.at(1), a.at(2))),
                            Map.entry(
                                    "FIELDQTY",
                                    (a, here) -> Texts.fields(here.variable(a.at(0)), a.at(1))),
                            Map.entry("ISNULL", (a, _) -> truth(whole(a).isEmpty())),
                            Map.entry("EXISTS", (a, _) -> truth(!whole(a).isEmpty())),
                            Map.entry(
                                    "SET", (a, _) -> whole(a).substring(whole(a).indexOf('=') + 1)),
                            Map.entry("IF", (a, _) -> choose(whole(a))),
                            Map.entry("IFTIME", (a, here) -> Clocks.choose(whole(a), here)),
                            Map.entry("MATH", (a, _) -> Arithmetic.math(a.at(0), a.at(1))),
                            Map.entry(
                                    "INC",
                                    (a, here) ->
                                            Expression.evaluate(here.variable(a.at(0)) + " + 1")),
                            Map.entry(
                                    "DEC",
                                    (a, here) ->
                                            Expression.evaluate(here.variable(a.at(0)) + " - 1")),
                            Map.entry(
                                    "RAND",
                                    (a, here) ->
                                            Arithmetic.random(a.at(0), a.at(1), here.chance())),
                            Map.entry("REGEX", (a, _) -> regex(whole(a))),
                            Map.entry(
                                    "STRFTIME",
                                    (a, here) -> Clocks.format(a.at(0), a.at(1), a.at(2), here)),
                            Map.entry("SORT", (a, _) -> Texts.sort(a.list()))));

    private Functions() {}

    public static Set<String> names() {
        return ALL.keySet();
    }

    /// What a function answers, or empty when there is none of this name.
    ///
    /// @param arguments substituted, not yet split
    public static Optional<String> call(String name, String arguments, Surroundings here) {
        return Optional.ofNullable(ALL.get(name.toUpperCase(Locale.ROOT)))
                .map(function -> function.call(Arguments.of(arguments), here));
    }

    /// All arguments as one text: commas mean nothing to this function.
    private static String whole(Arguments arguments) {
        return String.join(",", arguments.list());
    }

    private static String rest(Arguments arguments) {
        return String.join(
                ",",
                arguments
                        .list()
                        .subList(Math.min(1, arguments.list().size()), arguments.list().size()));
    }

    private static String truth(boolean value) {
        return value ? "1" : "0";
    }

    /// `condition?yes:no`.
    private static String choose(String text) {
        int question = text.indexOf('?');
        if (question < 0) {
            return "";
        }
        return Texts.branch(
                text.substring(question + 1), isTrue(text.substring(0, question).strip()));
    }

    private static boolean isTrue(String condition) {
        return !condition.isEmpty() && !condition.equals("0");
    }

    /// `"pattern" text`.
    private static String regex(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            return "0";
        }
        var pattern = text.substring(0, space).replace("\"", "");
        var found = Matching.find(text.substring(space + 1), "(?:" + pattern + ")", false);
        return truth(!found.equals("0") && !found.isEmpty());
    }
}
