package dev.keyline.pbx.command;

import dev.keyline.pbx.dialplan.Context;
import dev.keyline.pbx.dialplan.Extension;
import dev.keyline.pbx.dialplan.Masked;
import dev.keyline.pbx.dialplan.Step;
import java.util.ArrayList;
import java.util.List;

/// A context as `dialplan show` prints it, but for the secrets of dial strings.
final class DialplanText {
    private DialplanText() {}

    /// Prints a context.
    ///
    /// @param exten only this extension; all when empty
    static List<String> of(Context context, String exten) {
        var lines = new ArrayList<String>();
        lines.add("[ Context '" + context.name() + "' created by 'pbx_config' ]");
        context.extensions().stream()
                .filter(e -> exten.isEmpty() || e.pattern().matches(exten))
                .forEach(e -> steps(lines, e));
        context.includes()
                .forEach(
                        i ->
                                lines.add(
                                        "  Include =>        %-45s [pbx_config]"
                                                .formatted("'" + i.context() + "'")));
        context.ignorePatterns()
                .forEach(
                        p ->
                                lines.add(
                                        "  Ignore pattern => %-45s [pbx_config]"
                                                .formatted("'" + p + "'")));
        context.switches()
                .forEach(
                        s ->
                                lines.add(
                                        "  Alt. Switch =>    %-45s [pbx_config]"
                                                .formatted(
                                                        "'" + Masked.secrets(s.target()) + "'")));
        lines.add("");
        return lines;
    }

    private static void steps(List<String> lines, Extension extension) {
        var head = "'" + extension.pattern() + "' =>";
        for (var step : extension.steps()) {
            lines.add("  %-17s %-45s [pbx_config]".formatted(head, words(step)));
            head = "";
        }
    }

    private static String words(Step step) {
        var label = step.label().map(l -> " [" + l + "]").orElse("");
        return step.priority()
                + "."
                + label
                + " "
                + step.application()
                + "("
                + Masked.secrets(step.arguments())
                + ")";
    }
}
