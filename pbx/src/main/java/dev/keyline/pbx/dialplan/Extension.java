package dev.keyline.pbx.dialplan;

import dev.keyline.pbx.conf.Place;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// An extension of one context: its name or pattern, perhaps only for some callers, and its steps.
public final class Extension implements Comparable<Extension> {
    private final Pattern pattern;
    private final Optional<Pattern> caller;
    private final NavigableMap<Integer, Step> steps = new TreeMap<>();

    Extension(Pattern pattern, Optional<Pattern> caller) {
        this.pattern = pattern;
        this.caller = caller;
    }

    /// An extension of a single step, for one number.
    public static Extension of(Place place, String number, String application, String arguments) {
        var extension = new Extension(Pattern.literal(number), Optional.empty());
        extension.add(new Step(place, 1, Optional.empty(), application, arguments));
        return extension;
    }

    /// Adds a step; answers whether its priority was free.
    boolean add(Step step) {
        return steps.putIfAbsent(step.priority(), step) == null;
    }

    public Pattern pattern() {
        return pattern;
    }

    /// Which callers it is for; empty for all.
    public Optional<Pattern> caller() {
        return caller;
    }

    public List<Step> steps() {
        return List.copyOf(steps.values());
    }

    public Optional<Step> step(int priority) {
        return Optional.ofNullable(steps.get(priority));
    }

    /// The priority with this label.
    public Optional<Integer> labelled(String label) {
        return steps.values().stream()
                .filter(step -> step.label().filter(label::equals).isPresent())
                .map(Step::priority)
                .findFirst();
    }

    /// Whether a call can begin here: there is a priority 1.
    public boolean isCallable() {
        return steps.containsKey(1);
    }

    boolean isFor(String callerNumber) {
        return caller.map(wanted -> wanted.matches(callerNumber)).orElse(true);
    }

    /// The order in which extensions are tried: by pattern, those for some callers before those for
    /// all.
    @Override
    public int compareTo(Extension other) {
        int order = pattern.compareTo(other.pattern);
        if (order != 0 || (caller.isEmpty() && other.caller.isEmpty())) {
            return order;
        }
        if (caller.isPresent() && other.caller.isPresent()) {
            return caller.get().compareTo(other.caller.get());
        }
        return caller.isPresent() ? -1 : 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Extension extension && compareTo(extension) == 0;
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    @Override
    public String toString() {
        return caller.map(c -> pattern + "/" + c).orElse(pattern.toString());
    }
}
