package dev.keyline.pbx.doctor;

import dev.keyline.pbx.application.Applications;
import dev.keyline.pbx.dialplan.Context;
import dev.keyline.pbx.dialplan.Extension;
import dev.keyline.pbx.dialplan.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Extensions that cannot be called, and steps that nobody can take.
final class ExtensionCheck implements Check {
    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        var said = new HashSet<String>();
        for (var context : chart.plan().contexts().values()) {
            for (var extension : context.extensions()) {
                if (!extension.isCallable()) {
                    report.accept(unstarted(context, extension));
                }
                extension.steps().stream()
                        .filter(step -> Applications.standard().named(step.application()).isEmpty())
                        .filter(step -> said.add(step.application().toLowerCase(Locale.ROOT)))
                        .forEach(step -> report.accept(unknown(context, extension, step)));
            }
        }
    }

    private static Finding unstarted(Context context, Extension extension) {
        var first = extension.steps().getFirst();
        return Ailment.EXTENSION_WITHOUT_START.at(
                new Spot(first.place(), "exten", List.of()),
                extension + " begins with priority " + first.priority(),
                "calls to " + extension + " of [" + context.name() + "] find no such extension",
                "let its first line have priority 1");
    }

    private static Finding unknown(Context context, Extension extension, Step step) {
        return Ailment.APPLICATION_UNKNOWN.at(
                new Spot(step.place(), step.application(), List.of()),
                "Keyline has no application '" + step.application() + "'",
                "calls to " + extension + " of [" + context.name() + "] are hung up there",
                "use another one; an Asterisk may have it");
    }
}
