package dev.keyline.pbx.doctor;

import dev.keyline.pbx.dialplan.Arguments;
import dev.keyline.pbx.dialplan.Step;
import java.util.Locale;
import java.util.Optional;

/// Where a `Goto` or `Gosub` leads, as far as it is known before a call comes.
///
/// @param context empty when it stays in its own
/// @param extension empty when it stays in its own
record Jump(Optional<String> context, Optional<String> extension, String priority) {
    static Optional<Jump> of(Step step) {
        var name = step.application().toLowerCase(Locale.ROOT);
        if (!name.equals("goto") && !name.equals("gosub")) {
            return Optional.empty();
        }
        var arguments = Arguments.of(step.arguments());
        int count = arguments.count();
        if (count == 0 || count > 3 || !DialTarget.isFixed(step.arguments())) {
            return Optional.empty();
        }
        return Optional.of(
                new Jump(
                        count == 3 ? Optional.of(arguments.at(0)) : Optional.empty(),
                        count > 1 ? Optional.of(arguments.at(count - 2)) : Optional.empty(),
                        arguments.at(count - 1).replaceAll("\\(.*", "")));
    }
}
