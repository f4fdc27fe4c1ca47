package dev.keyline.pbx.conf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What `allow=` and `disallow=` lines leave, best first. Names only; whether a name is a codec is
/// for whoever reads the list to say.
public final class CodecList {
    private CodecList() {}

    /// Applies the settings of a section in their order.
    ///
    /// @param before what was allowed before, best first
    /// @param all every name that `all` stands for, best first
    /// @param isKnown whether a name is a codec; others become problems and are left out
    public static List<String> apply(
            List<String> before,
            Section section,
            List<String> all,
            Predicate<String> isKnown,
            List<Problem> problems) {
        var allowed = new ArrayList<>(before);
        for (var setting : section.settings()) {
            if (setting.is("allow") || setting.is("disallow")) {
                apply(allowed, setting, all, isKnown, problems);
            }
        }
        return List.copyOf(allowed);
    }

    private static void apply(
            List<String> allowed,
            Setting setting,
            List<String> all,
            Predicate<String> isKnown,
            List<Problem> problems) {
        var value = setting.value().strip();
        if (value.startsWith("(") && value.endsWith(")")) {
            allowed.clear();
            value = value.substring(1, value.length() - 1);
        }
        for (var element : value.split("[,|]", -1)) {
            var word = element.strip();
            boolean inverted = word.startsWith("!");
            var name = plain(inverted ? word.substring(1) : word);
            if (name.equals("all")) {
                put(allowed, setting.is("allow") != inverted, all);
            } else if (isKnown.test(name)) {
                put(allowed, setting.is("allow") != inverted, List.of(name));
            } else if (!name.isEmpty()) {
                problems.add(
                        Problem.warning(setting.place(), "unknown format '" + name + "' left out"));
            }
        }
    }

    /// `g729:40` is g729 with a packet length, which is accepted and of no effect; `g723.1` is its
    /// old name.
    private static String plain(String word) {
        var name = word.strip();
        int colon = name.indexOf(':');
        var bare = colon < 0 ? name : name.substring(0, colon);
        return bare.equals("g723.1") ? "g723" : bare;
    }

    private static void put(List<String> allowed, boolean add, List<String> names) {
        if (add) {
            names.stream().filter(name -> !allowed.contains(name)).forEach(allowed::add);
        } else {
            allowed.removeAll(names);
        }
    }
}
