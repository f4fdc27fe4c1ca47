package dev.keyline.pbx.dialplan;

import dev.keyline.pbx.conf.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One context.
///
/// @param extensions in the order in which they are tried
/// @param switches remote contexts, as written after `switch =>`
/// @param hints `exten => 100,hint,IAX2/alice`
public record Context(
        String name,
        List<Extension> extensions,
        List<Include> includes,
        List<String> ignorePatterns,
        List<Switch> switches,
        List<Hint> hints) {
    private static final Place REGISTERED = new Place("a registration", 0);

    public Context {
        extensions = extensions.stream().sorted().toList();
        includes = List.copyOf(includes);
        ignorePatterns = List.copyOf(ignorePatterns);
        switches = List.copyOf(switches);
        hints = List.copyOf(hints);
    }

    /// The extension of its own that a number leads to.
    Optional<Extension> find(String number, String caller) {
        for (var extension : extensions) {
            if (extension.isCallable()
                    && extension.pattern().matches(number)
                    && extension.isFor(caller)) {
                return Optional.of(extension);
            }
        }
        return Optional.empty();
    }

    Optional<Extension> findElsewhere(String number, Elsewhere elsewhere) {
        for (var place : switches) {
            var found = elsewhere.find(place, number);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    static Context empty(String name) {
        return new Context(name, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /// The same context with an extension that begins with `NoOp`; its other steps stay.
    Context withFirst(String exten, String words) {
        var pattern = Pattern.parse(exten);
        if (pattern.isEmpty()) {
            return this;
        }
        var changed = new Extension(pattern.get(), Optional.empty());
        changed.add(new Step(REGISTERED, 1, Optional.empty(), "NoOp", words));
        var others = new ArrayList<Extension>();
        for (var extension : extensions) {
            if (extension.pattern().equals(pattern.get()) && extension.caller().isEmpty()) {
                extension.steps().forEach(changed::add);
            } else {
                others.add(extension);
            }
        }
        others.add(changed);
        return new Context(name, others, includes, ignorePatterns, switches, hints);
    }

    /// Search there after this context, at these times.
    public record Include(Place place, String context, Times when) {}

    /// A remote context: `IAX2/...`.
    ///
    /// @param expanded whether `${...}` is replaced for each call (`eswitch`)
    public record Switch(Place place, String target, boolean expanded) {}

    /// The state of an extension is that of these devices.
    public record Hint(Place place, String exten, String devices) {}
}
