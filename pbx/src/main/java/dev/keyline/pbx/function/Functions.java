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
        /// The text as it stood, for the few that split it in a way of their own; the same, split.
        String call(String text, Arguments arguments, Surroundings here);
    }

    private static final Map<String, Function> ALL =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("LEN", (_, a, _) -> Integer.toString(whole(a).length())),
                            Map.entry("TOUPPER", (_, a, _) -> whole(a).toUpperCase(Locale.ROOT)),
                            Map.entry("TOLOWER", (_, a, _) -> whole(a).toLowerCase(Locale.ROOT)),
                            Map.entry(
                                    "QUOTE",
                                    (_, a, _) ->
                                            '"'
                                                    + whole(a).replace("\\", "\\\\")
                                                            .replace("\"", "\\\"")
                                                    + '"'),
                            Map.entry("PASSTHRU", (_, a, _) -> whole(a)),
                            Map.entry("MD5", (_, a, _) -> Texts.md5(whole(a))),
                            Map.entry("URIENCODE", (_, a, _) -> Texts.uriEncode(whole(a))),
                            Map.entry("URIDECODE", (_, a, _) -> Texts.uriDecode(whole(a))),
                            Map.entry("FILTER", (_, a, _) -> Texts.filter(a.at(0), rest(a))),
                            Map.entry(
                                    "CUT",
                                    (_, a, here) ->
                                            Texts.cut(here.variable(a.at(0)), a.at(1), a.at(2))),
                            Map.entry(
                                    "FIELDQTY",
                                    (_, a, here) -> Texts.fields(here.variable(a.at(0)), a.at(1))),
                            Map.entry("ISNULL", (_, a, _) -> truth(whole(a).isEmpty())),
                            Map.entry("EXISTS", (_, a, _) -> truth(!whole(a).isEmpty())),
                            Map.entry(
                                    "SET",
                                    (_, a, _) -> whole(a).substring(whole(a).indexOf('=') + 1)),
                            Map.entry("IF", (_, a, _) -> choose(whole(a))),
                            Map.entry("IFTIME", (_, a, here) -> Clocks.choose(whole(a), here)),
                            Map.entry("MATH", (_, a, _) -> Arithmetic.math(a.at(0), a.at(1))),
                            Map.entry(
                                    "INC",
                                    (_, a, here) ->
                                            Expression.evaluate(here.variable(a.at(0)) + " + 1")),
                            Map.entry(
                                    "DEC",
                                    (_, a, here) ->
                                            Expression.evaluate(here.variable(a.at(0)) + " - 1")),
                            Map.entry(
                                    "RAND",
                                    (_, a, here) ->
                                            Arithmetic.random(a.at(0), a.at(1), here.chance())),
                            Map.entry("REGEX", (text, _, _) -> regex(text)),
                            Map.entry(
                                    "STRFTIME",
                                    (_, a, here) -> Clocks.format(a.at(0), a.at(1), a.at(2), here)),
                            Map.entry("SORT", (_, a, _) -> Texts.sort(a.list()))));

    private Functions() {}

    public static Set<String> names() {
        return ALL.keySet();
    }

    /// What a function answers, or empty when there is none of this name.
    ///
    /// @param arguments substituted, not yet split
    public static Optional<String> call(String name, String arguments, Surroundings here) {
        return Optional.ofNullable(ALL.get(name.toUpperCase(Locale.ROOT)))
                .map(function -> function.call(arguments, Arguments.of(arguments), here));
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

    /// `"pattern" text`; without quotes the pattern ends at the first blank.
    private static String regex(String text) {
        int quote = text.startsWith("\"") ? text.indexOf('"', 1) : -1;
        int end = quote > 0 ? quote + 1 : text.indexOf(' ');
        if (end < 0) {
            return "0";
        }
        var pattern = text.substring(quote > 0 ? 1 : 0, quote > 0 ? quote : end);
        var found = Matching.find(text.substring(end).strip(), "(?:" + pattern + ")", false);
        return truth(!found.equals("0") && !found.isEmpty());
    }
}
