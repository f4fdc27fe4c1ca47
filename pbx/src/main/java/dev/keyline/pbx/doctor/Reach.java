package dev.keyline.pbx.doctor;

import dev.keyline.pbx.dialplan.Context;
import dev.keyline.pbx.dialplan.Dialplan;
import dev.keyline.pbx.dialplan.Extension;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where calls can get to in a dialplan. Times of includes do not count: what is reached on Sundays
/// is reached.
record Reach(Dialplan plan) {
    /// The context itself and what it includes.
    List<Context> searched(String context) {
        return follow(
                List.of(context), here -> here.includes().stream().map(Context.Include::context));
    }

    /// The contexts that a call can get to which begins in one of these.
    List<Context> from(Collection<String> contexts) {
        return follow(
                contexts,
                here ->
                        Stream.concat(
                                here.includes().stream().map(Context.Include::context),
                                here.extensions().stream()
                                        .flatMap(exten -> exten.steps().stream())
                                        .flatMap(step -> Jump.of(step).stream())
                                        .flatMap(jump -> jump.context().stream())));
    }

    private interface Next {
        Stream<String> of(Context context);
    }

    private List<Context> follow(Collection<String> starts, Next next) {
        var seen = new LinkedHashSet<String>();
        var waiting = new ArrayDeque<>(starts);
        while (!waiting.isEmpty()) {
            var name = waiting.removeFirst();
            if (plan.hasContext(name) && seen.add(name)) {
                next.of(context(name).orElseThrow()).forEach(waiting::add);
            }
        }
        return seen.stream().flatMap(name -> context(name).stream()).toList();
    }

    private Optional<Context> context(String name) {
        return Optional.ofNullable(plan.contexts().get(name));
    }

    /// Whether a number leads somewhere from a context. Where a switch stands it may: nobody knows
    /// from here what the other exchange says.
    boolean leads(String context, String number) {
        return searched(context).stream().anyMatch(here -> leads(here, number));
    }

    private static boolean leads(Context here, String number) {
        return !here.switches().isEmpty()
                || here.extensions().stream().anyMatch(exten -> exten.pattern().matches(number));
    }

    /// The extensions of this number.
    List<Extension> extensions(String context, String number) {
        return searched(context).stream()
                .flatMap(here -> here.extensions().stream())
                .filter(exten -> exten.pattern().matches(number))
                .toList();
    }

    /// Where a caller of these contexts may go; with `*` it is everywhere.
    Set<String> allowed(Collection<String> contexts) {
        if (contexts.contains("*")) {
            return plan.contexts().keySet();
        }
        return contexts.isEmpty() ? Set.of("default") : Set.copyOf(contexts);
    }
}
