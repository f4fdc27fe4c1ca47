package dev.keyline.pbx.dialplan;

import dev.keyline.pbx.conf.Place;
import java.util.Optional;

/// One priority of an extension: which application to run, with which arguments, not yet
/// substituted.
public record Step(
        Place place, int priority, Optional<String> label, String application, String arguments) {
    /// Without the secrets of dial strings.
    @Override
    public String toString() {
        return priority + " " + application + "(" + Masked.secrets(arguments) + ") at " + place;
    }
}
