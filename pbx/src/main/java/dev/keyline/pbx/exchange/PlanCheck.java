package dev.keyline.pbx.exchange;

import dev.keyline.pbx.application.Applications;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Words;
import dev.keyline.pbx.dialplan.Context;
import dev.keyline.pbx.dialplan.Dialplan;
import dev.keyline.pbx.dialplan.Step;
import dev.keyline.pbx.remote.RemoteNumber;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Looks through a dialplan for what calls will stumble over, before a call does. Asterisk says so
/// only when one gets there.
final class PlanCheck {
    private PlanCheck() {}

    static void check(Dialplan plan, List<Problem> problems) {
        plan.contexts().values().stream()
                .flatMap(context -> context.switches().stream())
                .flatMap(remote -> objection(remote).stream())
                .forEach(problems::add);
        Set<String> said = new HashSet<>();
        plan.contexts().values().stream()
                .flatMap(context -> context.extensions().stream())
                .flatMap(extension -> extension.steps().stream())
                .sorted(Comparator.comparingInt(step -> step.place().line()))
                .filter(step -> Applications.standard().named(step.application()).isEmpty())
                .filter(step -> said.add(step.application().toLowerCase(Locale.ROOT)))
                .forEach(step -> problems.add(unknown(step)));
    }

    /// Why a switch leads nowhere, if so.
    private static Optional<Problem> objection(Context.Switch remote) {
        var target = remote.target();
        if (!remote.expanded() && target.contains("${")) {
            return Optional.of(
                    Problem.warning(
                            remote.place(),
                            "switch => replaces no ${...}; write eswitch => to have it replaced"));
        }
        return RemoteNumber.isIax(target) || remote.expanded()
                ? Optional.empty()
                : Optional.of(
                        Problem.warning(
                                remote.place(),
                                "switch => "
                                        + target
                                        + " leads nowhere: only IAX2/... can be asked"));
    }

    private static Problem unknown(Step step) {
        return Problem.warning(
                step.place(),
                "there is no application '"
                        + step.application()
                        + "'"
                        + near(step.application())
                        + "; a call that gets there is hung up");
    }

    /// What was probably meant, as a remark.
    static String near(String name) {
        var known =
                Applications.standard().names().stream()
                        .map(n -> n.toLowerCase(Locale.ROOT))
                        .toList();
        return Words.nearest(name, known)
                .flatMap(Applications.standard()::named)
                .map(application -> ", did you mean '" + application.name() + "'?")
                .orElse("");
    }
}
