package dev.keyline.pbx.dialplan;

import dev.keyline.pbx.conf.Place;
import java.util.List;

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
    public Context {
        extensions = extensions.stream().sorted().toList();
        includes = List.copyOf(includes);
        ignorePatterns = List.copyOf(ignorePatterns);
        switches = List.copyOf(switches);
        hints = List.copyOf(hints);
    }

    /// Search there after this context, at these times.
    public record Include(Place place, String context, Times when) {}

    /// A remote context: `IAX2/...`.
    public record Switch(Place place, String target) {}

    /// The state of an extension is that of these devices.
    public record Hint(Place place, String exten, String devices) {}
}
