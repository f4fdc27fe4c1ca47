package dev.keyline.pbx.doctor;

import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.conf.Words;
import dev.keyline.pbx.dialplan.Context;
import dev.keyline.pbx.dialplan.Extension;
import dev.keyline.pbx.line.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Whether callers arrive anywhere.
final class ContextCheck implements Check {
    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        var reach = new Reach(chart.plan());
        chart.sections().stream()
                .filter(Chart::isUser)
                .forEach(section -> arrivals(chart, reach, section, report));
        for (var context : chart.plan().contexts().values()) {
            includes(chart, reach, context, report);
        }
        unreached(chart, reach, report);
    }

    private static void arrivals(
            Chart chart, Reach reach, Section section, Consumer<Finding> report) {
        var written = section.all("context");
        for (var setting : written) {
            if (!setting.value().equals("*")) {
                arrival(chart, reach, Spot.at(section, setting), setting.value(), report);
            }
        }
        if (written.isEmpty()) {
            arrival(chart, reach, Spot.at(section), "default", report);
        }
    }

    private static void arrival(
            Chart chart, Reach reach, Spot spot, String context, Consumer<Finding> report) {
        var who = "calls from '" + spot.sections().getFirst() + "' will be refused";
        if (context.equals(chart.lines().general().registrationContext())) {
            return;
        }
        if (!chart.plan().hasContext(context)) {
            report.accept(
                    Ailment.CONTEXT_MISSING.at(
                            spot,
                            "there is no context '" + context + "' in extensions.conf",
                            who + ", whatever they dial",
                            Words.nearest(context, chart.plan().contexts().keySet())
                                    .map(near -> "write context=" + near + " if that was meant")
                                    .orElse("add [" + context + "] to extensions.conf")));
        } else if (reach.searched(context).stream()
                .flatMap(here -> here.extensions().stream())
                .noneMatch(Extension::isCallable)) {
            report.accept(
                    Ailment.CONTEXT_EMPTY.at(
                            spot,
                            "context '" + context + "' has no extension",
                            who + ", whatever they dial",
                            "add exten => lines to [" + context + "] in extensions.conf"));
        }
    }

    private static void includes(
            Chart chart, Reach reach, Context context, Consumer<Finding> report) {
        for (var include : context.includes()) {
            var spot = new Spot(include.place(), "include", List.of());
            if (!chart.plan().hasContext(include.context())
                    && !include.context().equals(chart.lines().general().registrationContext())) {
                report.accept(
                        Ailment.INCLUDE_MISSING.at(
                                spot,
                                "there is no context '" + include.context() + "' to include",
                                "calls in ["
                                        + context.name()
                                        + "] do not find what was to be there",
                                "mend the name, or add [" + include.context() + "]"));
            } else if (context.name().compareTo(include.context()) <= 0
                    && reach.searched(include.context()).contains(context)) {
                report.accept(
                        Ailment.INCLUDE_LOOP.at(
                                spot,
                                "["
                                        + include.context()
                                        + "] includes ["
                                        + context.name()
                                        + "] in turn",
                                "calls in one find the extensions of the other, perhaps more than"
                                        + " was meant",
                                "take one of the two lines out"));
            }
        }
    }

    private static void unreached(Chart chart, Reach reach, Consumer<Finding> report) {
        var starts = new ArrayList<String>();
        for (User user : chart.lines().users()) {
            starts.addAll(reach.allowed(user.contexts()));
        }
        Set<Context> reached = new HashSet<>(reach.from(starts));
        chart.plan().contexts().values().stream()
                .filter(context -> !reached.contains(context) && !context.extensions().isEmpty())
                .forEach(
                        context ->
                                report.accept(
                                        Ailment.CONTEXT_UNREACHED.at(
                                                new Spot(
                                                        context.extensions()
                                                                .getFirst()
                                                                .steps()
                                                                .getFirst()
                                                                .place(),
                                                        "[" + context.name() + "]",
                                                        List.of()),
                                                "nothing leads to [" + context.name() + "]",
                                                "no call gets to its extensions, but for those of the"
                                                        + " console",
                                                "name it in a context= or include it, or take it"
                                                        + " out")));
    }
}
