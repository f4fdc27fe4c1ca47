package dev.keyline.pbx.doctor;

import dev.keyline.iax.call.DialString;
import dev.keyline.pbx.dialplan.Arguments;
import dev.keyline.pbx.dialplan.Context;
import dev.keyline.pbx.dialplan.Dialplan;
import dev.keyline.pbx.dialplan.Extension;
import dev.keyline.pbx.dialplan.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One target of a `Dial` in the dialplan. What stands in `${...}` is known only when a call comes,
/// but for the names of `[globals]`.
///
/// @param context the context it stands in
/// @param extension the extension, as written
/// @param text the target as it will be, as far as that is known; may hold a secret
record DialTarget(String context, String extension, Step step, String text) {
    static List<DialTarget> all(Dialplan plan) {
        return plan.contexts().values().stream()
                .flatMap(
                        context ->
                                context.extensions().stream()
                                        .flatMap(exten -> targets(plan, context, exten)))
                .toList();
    }

    private static Stream<DialTarget> targets(Dialplan plan, Context context, Extension extension) {
        return extension.steps().stream()
                .filter(step -> step.application().toLowerCase(Locale.ROOT).equals("dial"))
                .flatMap(
                        step ->
                                Arrays.stream(Arguments.of(step.arguments()).at(0).split("&", -1))
                                        .map(String::strip)
                                        .filter(text -> !text.isEmpty())
                                        .map(
                                                text ->
                                                        new DialTarget(
                                                                context.name(),
                                                                extension.toString(),
                                                                step,
                                                                filled(text, plan.globals()))));
    }

    private static String filled(String text, Map<String, String> globals) {
        var filled = text;
        for (var global : globals.entrySet()) {
            filled = filled.replace("${" + global.getKey() + "}", global.getValue());
        }
        return filled;
    }

    /// Whether a part of a dial string is known before a call comes.
    static boolean isFixed(String part) {
        return !part.contains("${");
    }

    boolean isIax() {
        return text.startsWith("IAX2/");
    }

    DialString wish() {
        return DialString.parse(text);
    }

    /// The peer or host. Not where a secret stands before it: with an `@` or an `&` in the secret
    /// its rest would be taken for the host.
    Optional<String> peer() {
        return wish().secret() instanceof DialString.Choice.Given<?> || !isFixed(wish().peer())
                ? Optional.empty()
                : Optional.of(wish().peer());
    }

    /// Whether it passes on what the caller dialled: a way out, and no telephone.
    boolean passesOn() {
        return isIax() && !isFixed(wish().exten());
    }

    Spot spot() {
        return new Spot(step.place(), "Dial", isIax() ? peer().stream().toList() : List.of());
    }

    /// Without what may be a secret.
    @Override
    public String toString() {
        return "Dial in " + context + "/" + extension + " (" + step.place() + ")";
    }
}
