package dev.keyline.pbx.dialplan;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// All contexts.
///
/// @param globals `[globals]`, values not yet substituted
/// @param autofallthrough whether a call that runs out of priorities is ended by what Dial left
///   behind
public record Dialplan(
        Map<String, Context> contexts, Map<String, String> globals, boolean autofallthrough) {
    public static final Dialplan EMPTY = new Dialplan(Map.of(), Map.of(), true);

    public Dialplan {
        contexts = Map.copyOf(contexts);
        globals = Map.copyOf(globals);
    }

    /// The callable extension that a number leads to: those of the context itself in their order,
    /// then its includes, depth first, each context once.
    ///
    /// @param caller the caller's number, for `exten => 100/555,...`
    /// @param moment a person's clock, for includes that apply at some times only
    public Optional<Extension> find(
            String context, String number, String caller, LocalDateTime moment) {
        return find(context, number, caller, moment, Elsewhere.UNASKED);
    }

    /// The same, also in the dialplans that `switch =>` leads to: those of a context come after its
    /// own extensions and before its includes. (Asterisk's sample says otherwise; this is what it
    /// does.)
    public Optional<Extension> find(
            String context,
            String number,
            String caller,
            LocalDateTime moment,
            Elsewhere elsewhere) {
        return search(
                context,
                moment,
                new HashSet<>(),
                here -> here.find(number, caller).or(() -> here.findElsewhere(number, elsewhere)));
    }

    /// How far a number dialled so far leads: the best fit of all extensions in reach.
    public Pattern.Fit fit(
            String context,
            String number,
            String caller,
            LocalDateTime moment,
            Elsewhere elsewhere) {
        var seen = EnumSet.of(Pattern.Fit.NONE);
        search(
                context,
                moment,
                new HashSet<>(),
                here -> {
                    here.extensions().stream()
                            .filter(e -> e.isCallable() && e.isFor(caller))
                            .forEach(e -> seen.add(e.pattern().fit(number)));
                    here.switches().forEach(s -> seen.add(elsewhere.fit(s, number)));
                    return Optional.empty();
                });
        boolean fits = seen.contains(Pattern.Fit.EXACTLY) || seen.contains(Pattern.Fit.ALREADY);
        boolean longer = seen.contains(Pattern.Fit.PARTLY) || seen.contains(Pattern.Fit.ALREADY);
        if (fits) {
            return longer ? Pattern.Fit.ALREADY : Pattern.Fit.EXACTLY;
        }
        return longer ? Pattern.Fit.PARTLY : Pattern.Fit.NONE;
    }

    /// The same dialplan, and in this context an extension that begins with `NoOp`; what else the
    /// extension has there stays (`regcontext`).
    ///
    /// @param words what is given to `NoOp`
    public Dialplan withFirst(String context, String exten, String words) {
        var more = new HashMap<>(contexts);
        more.put(
                context,
                contexts.getOrDefault(context, Context.empty(context)).withFirst(exten, words));
        return new Dialplan(more, globals, autofallthrough);
    }

    /// Whether a number is one after which the dial tone goes on (`ignorepat`). Includes do not
    /// count, as in Asterisk.
    public boolean ignores(String context, String number) {
        var here = contexts.get(context);
        return here != null
                && here.ignorePatterns().stream()
                        .flatMap(text -> Pattern.parse(text).stream())
                        .anyMatch(pattern -> pattern.matches(number));
    }

    public boolean hasContext(String name) {
        return contexts.containsKey(name);
    }

    private <T> Optional<T> search(
            String name,
            LocalDateTime moment,
            Set<String> visited,
            Function<Context, Optional<T>> look) {
        var context = contexts.get(name);
        // Who includes nobody may be looked at twice; no way leads round by him.
        if (context == null || (!context.includes().isEmpty() && !visited.add(name))) {
            return Optional.empty();
        }
        var found = look.apply(context);
        for (var include : context.includes()) {
            if (found.isEmpty() && include.when().include(moment)) {
                found = search(include.context(), moment, visited, look);
            }
        }
        return found;
    }
}
