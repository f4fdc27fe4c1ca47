package dev.keyline.pbx.doctor;

import dev.keyline.iax.message.MediaFormat;
import dev.keyline.pbx.conf.CodecList;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.line.Codecs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What `allow=` and `disallow=` leave.
final class CodecCheck implements Check {
    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        unknown(chart.general(), List.of(), report);
        for (var section : chart.sections()) {
            unknown(section, List.of(section.name()), report);
            of(chart, section.name())
                    .filter(codecs -> codecs.allowed().isEmpty())
                    .ifPresent(_ -> report.accept(none(chart, section)));
        }
    }

    static Optional<Codecs> of(Chart chart, String section) {
        return chart.lines()
                .user(section)
                .map(user -> user.codecs())
                .or(() -> chart.lines().peer(section).map(peer -> peer.codecs()));
    }

    private static void unknown(Section section, List<String> names, Consumer<Finding> report) {
        var problems = new ArrayList<Problem>();
        CodecList.apply(
                List.of(), section, List.of(), n -> MediaFormat.ofName(n) != null, problems);
        for (var problem : problems) {
            report.accept(
                    Ailment.CODEC_UNKNOWN.at(
                            new Spot(problem.place(), "allow", names),
                            problem.text(),
                            "calls use what else is allowed",
                            "write ulaw, alaw, gsm, slin, g722, speex, ilbc or g729"));
        }
    }

    private static Finding none(Chart chart, Section section) {
        var setting =
                chart.inherited(section, "disallow").or(() -> chart.inherited(section, "allow"));
        var spot =
                setting.map(s -> new Spot(s.place(), s.name(), List.of(section.name())))
                        .orElse(Spot.at(section));
        return Ailment.CODEC_NONE.at(
                spot,
                "[" + section.name() + "] allows no codec",
                "calls from and to '" + section.name() + "' will be refused",
                "write allow=ulaw below disallow=all");
    }
}
