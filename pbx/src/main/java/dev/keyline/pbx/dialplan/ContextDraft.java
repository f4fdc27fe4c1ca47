package dev.keyline.pbx.dialplan;

import dev.keyline.pbx.conf.Place;
import dev.keyline.pbx.conf.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A context while its lines are read: `n`, `s` and `same` depend on the line before.
final class ContextDraft {
    private final String name;
    private final List<Problem> problems;
    private final Map<String, Extension> extensions = new LinkedHashMap<>();
    private final Map<String, Place> firstSeen = new LinkedHashMap<>();
    private final List<Context.Include> includes = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<Context.Switch> switches = new ArrayList<>();
    private final List<Context.Hint> hints = new ArrayList<>();
    private Optional<String> lastExten = Optional.empty();
    private int lastPriority;

    ContextDraft(String name, List<Problem> problems) {
        this.name = name;
        this.problems = problems;
    }

    Context finished() {
        extensions.forEach(
                (exten, extension) -> {
                    if (!extension.steps().isEmpty() && !extension.isCallable()) {
                        warn(
                                firstSeen.getOrDefault(exten, new Place("", 0)),
                                "extension " + exten + " has no priority 1 and cannot be called");
                    }
                });
        var filled = extensions.values().stream().filter(e -> !e.steps().isEmpty()).toList();
        return new Context(name, filled, includes, ignored, switches, hints);
    }

    void exten(String value, Place place) {
        int comma = outsideBrackets(value);
        if (comma < 0) {
            warn(place, "exten => needs NUMBER,PRIORITY,APPLICATION; line left out");
            return;
        }
        var exten = value.substring(0, comma).strip();
        lastExten = Optional.of(exten);
        line(exten, value.substring(comma + 1), place);
    }

    void same(String value, Place place) {
        if (lastExten.isEmpty()) {
            warn(place, "same => with no exten => above it in [" + name + "]; line left out");
        } else {
            line(lastExten.get(), value, place);
        }
    }

    /// The first comma that does not stand in a `[set]` of a pattern.
    private static int outsideBrackets(String value) {
        int depth = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == ',' && depth <= 0) {
                return i;
            }
        }
        return value.indexOf(',');
    }

    private void line(String exten, String rest, Place place) {
        int comma = rest.indexOf(',');
        var head = (comma < 0 ? rest : rest.substring(0, comma)).strip();
        var body = comma < 0 ? "" : rest.substring(comma + 1).strip();
        if (head.equalsIgnoreCase("hint")) {
            hints.add(new Context.Hint(place, exten, body));
            return;
        }
        var priority = Priority.parse(head, lastPriority);
        if (priority.isEmpty() || body.isEmpty()) {
            warn(
                    place,
                    "'"
                            + head
                            + "' is no priority (a number, n or s, perhaps with a (label)), or no application"
                            + " follows; line left out");
            return;
        }
        lastPriority = priority.get().number();
        extension(exten, place)
                .ifPresent(
                        extension -> {
                            var call = Application.parse(body);
                            var step =
                                    new Step(
                                            place,
                                            lastPriority,
                                            priority.get().label(),
                                            call.name(),
                                            call.arguments());
                            if (!extension.add(step)) {
                                warn(
                                        place,
                                        "extension "
                                                + exten
                                                + " has priority "
                                                + lastPriority
                                                + " already; line left out");
                            }
                        });
    }

    private Optional<Extension> extension(String exten, Place place) {
        var known = extensions.get(exten);
        if (known != null) {
            return Optional.of(known);
        }
        int slash = exten.indexOf('/');
        var pattern = Pattern.parse(slash < 0 ? exten : exten.substring(0, slash));
        var caller =
                slash < 0 ? Optional.<Pattern>empty() : Pattern.parse(exten.substring(slash + 1));
        if (pattern.isEmpty() || (slash >= 0 && caller.isEmpty())) {
            warn(
                    place,
                    "'"
                            + exten
                            + "' is no pattern: a [set] must close and name at least one character;"
                            + " line left out");
            return Optional.empty();
        }
        var extension = new Extension(pattern.get(), caller);
        extensions.put(exten, extension);
        firstSeen.put(exten, place);
        return Optional.of(extension);
    }

    void include(String value, Place place) {
        var parts = value.split("[,|]", 2);
        var when = parts.length < 2 ? Optional.of(Times.ALWAYS) : Times.parse(parts[1]);
        if (when.isEmpty()) {
            warn(
                    place,
                    "include => " + parts[0] + ": '" + parts[1] + "' are no times; line left out");
        } else {
            includes.add(new Context.Include(place, parts[0].strip(), when.get()));
        }
    }

    void ignore(String pattern) {
        ignored.add(pattern);
    }

    /// A `switch`.
    ///
    /// @param expanded whether it is an `eswitch`
    void remote(String target, boolean expanded, Place place) {
        switches.add(new Context.Switch(place, target, expanded));
    }

    private void warn(Place place, String text) {
        problems.add(Problem.warning(place, text));
    }
}
