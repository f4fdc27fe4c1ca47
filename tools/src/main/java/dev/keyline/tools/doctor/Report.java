package dev.keyline.tools.doctor;

import dev.keyline.pbx.doctor.Diagnosis;
import dev.keyline.pbx.doctor.Finding;
import dev.keyline.pbx.doctor.Visit;
import dev.keyline.tools.text.Json;
import dev.keyline.tools.text.Paint;
import dev.keyline.tools.text.Plain;
import dev.keyline.tools.text.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was found, written down.
public record Report(Paint paint) {
    private static final int WIDTH = 96;
    private static final String MARGIN = "    ";

    /// A finding in some lines: how bad and where, then what, what it leads to, and what to do.
    public String text(Finding finding) {
        var lines = new ArrayList<String>();
        var severity = finding.severity().words();
        lines.add(
                (finding.severity().isBad() ? paint.bad(severity) : paint.title(severity))
                        + "  "
                        + Plain.of(finding.spot().where())
                        + "  "
                        + paint.faint(finding.ailment().id()));
        lines.addAll(wrapped(sentence(finding.what())));
        lines.addAll(wrapped(sentence(finding.leads())));
        lines.addAll(wrapped("Do: " + finding.cure() + "."));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> wrapped(String sentence) {
        return Wrap.lines(Plain.of(sentence), WIDTH).stream().map(MARGIN::concat).toList();
    }

    private static String sentence(String phrase) {
        return phrase.isEmpty()
                ? ""
                : phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1) + ".";
    }

    public String text(Visit visit) {
        return Plain.of(visit.line());
    }

    /// The last line.
    public String summary(Diagnosis diagnosis) {
        var words = sentence(diagnosis.summary());
        boolean bad = diagnosis.findings().stream().anyMatch(it -> it.severity().isBad());
        return bad ? paint.bad(words) : paint.good(words);
    }

    public String json(Finding finding) {
        return new Json()
                .with("id", finding.ailment().id())
                .with("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                .with("file", finding.spot().place().file())
                .with("line", finding.spot().place().line())
                .with("option", finding.spot().option())
                .with("sections", finding.spot().sections())
                .with("what", finding.what())
                .with("leads", finding.leads())
                .with("cure", finding.cure())
                .toString();
    }

    public String json(Visit visit) {
        var json = new Json().with("visit", visit.who()).with("verdict", visit.word());
        visit.address().ifPresent(address -> json.with("address", address));
        visit.millis().ifPresent(millis -> json.with("millis", millis));
        return json.with("words", visit.line()).toString();
    }
}
