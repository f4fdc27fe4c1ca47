package dev.keyline.pbx.doctor;

import dev.keyline.pbx.conf.Place;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What reading the files remarked and no check has a name for: nothing that the log of an exchange
/// would say is missing from a diagnosis.
final class Remarks {
    private Remarks() {}

    /// @param known what is said already; remarks about the same places are left out
    static List<Finding> of(Chart chart, List<Problem> problems, List<Finding> known) {
        var said = new HashSet<Place>();
        chart.uses().forEach(use -> said.add(use.spot().place()));
        known.forEach(finding -> said.add(finding.spot().place()));
        said.addAll(sections(chart, known));
        return problems.stream()
                .distinct()
                .filter(problem -> !said.contains(problem.place()))
                .map(Remarks::finding)
                .toList();
    }

    /// Reading says most things at the first line of a section.
    private static Set<Place> sections(Chart chart, List<Finding> known) {
        var names = new HashSet<String>();
        known.forEach(finding -> names.addAll(finding.spot().sections()));
        var places = new HashSet<Place>();
        chart.sections().stream()
                .filter(section -> names.contains(section.name()))
                .map(Section::place)
                .forEach(places::add);
        return places;
    }

    private static Finding finding(Problem problem) {
        var spot = new Spot(problem.place(), "", List.of());
        return problem.severity() == Problem.Severity.ERROR
                ? Ailment.SECTION_CLOSED.at(
                        spot, problem.text(), "calls that need it will be refused", "mend the line")
                : Ailment.ODD_LINE.at(
                        spot,
                        problem.text(),
                        "calls go on without it",
                        "mend the line, or take it out");
    }
}
