package dev.keyline.pbx.conf;

import java.util.List;
import java.util.Optional;

/// A `[name]` with its settings in order, inherited ones first.
///
/// @param template whether it is there to be inherited from only, `[name](!)`
public record Section(String name, boolean template, List<Setting> settings, Place place) {
    public Section {
        settings = List.copyOf(settings);
    }

    /// The last setting of this name, which is the one that counts for most options.
    public Optional<Setting> last(String option) {
        return settings.stream().filter(s -> s.is(option)).reduce((_, later) -> later);
    }

    /// All settings of this name, in order.
    public List<Setting> all(String option) {
        return settings.stream().filter(s -> s.is(option)).toList();
    }
}
