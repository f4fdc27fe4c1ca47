package dev.keyline.pbx.doctor;

import dev.keyline.pbx.dialplan.Context;
import dev.keyline.pbx.dialplan.Extension;
import dev.keyline.pbx.dialplan.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Jumps that lead nowhere.
final class JumpCheck implements Check {
    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        var reach = new Reach(chart.plan());
        for (var context : chart.plan().contexts().values()) {
            for (var extension : context.extensions()) {
                for (var step : extension.steps()) {
                    Jump.of(step)
                            .flatMap(jump -> objection(reach, context, extension, jump))
                            .ifPresent(
                                    why -> report.accept(nowhere(context, extension, step, why)));
                }
            }
        }
    }

    private static Optional<String> objection(
            Reach reach, Context context, Extension own, Jump jump) {
        var where = jump.context().orElse(context.name());
        if (!reach.plan().hasContext(where)) {
            return Optional.of("there is no context '" + where + "'");
        }
        if (jump.extension().isPresent() && !reach.leads(where, jump.extension().get())) {
            return Optional.of(
                    "there is no extension '" + jump.extension().get() + "' in [" + where + "]");
        }
        var candidates =
                jump.extension()
                        .map(number -> reach.extensions(where, number))
                        .orElse(List.of(own));
        return candidates.stream().anyMatch(exten -> hasPriority(exten, jump.priority()))
                ? Optional.empty()
                : Optional.of("there is no priority or label '" + jump.priority() + "' there");
    }

    private static boolean hasPriority(Extension extension, String priority) {
        return priority.matches("\\d{1,9}")
                ? extension.step(Integer.parseInt(priority)).isPresent()
                : extension.labelled(priority).isPresent();
    }

    private static Finding nowhere(Context context, Extension extension, Step step, String why) {
        return Ailment.GOTO_NOWHERE.at(
                new Spot(step.place(), step.application(), List.of()),
                step.application() + "(" + step.arguments() + "): " + why,
                "calls to " + extension + " of [" + context.name() + "] end there",
                "write [[CONTEXT,]EXTENSION,]PRIORITY of a place that exists");
    }
}
