package dev.keyline.pbx.doctor;

import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.conf.Setting;
import dev.keyline.pbx.conf.Words;
import dev.keyline.pbx.line.IaxOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// Sections that are none, and options that nobody reads there.
final class SectionCheck implements Check {
    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        var said = new HashSet<String>();
        options(chart.general(), said, report);
        for (var section : chart.sections()) {
            options(section, said, report);
            type(section, report);
            misplaced(section, report);
        }
    }

    private static void type(Section section, Consumer<Finding> report) {
        var type = Chart.type(section);
        if (!Set.of("user", "peer", "friend").contains(type)) {
            var spot =
                    section.last("type")
                            .map(setting -> Spot.at(section, setting))
                            .orElse(Spot.at(section));
            report.accept(
                    Ailment.SECTION_WITHOUT_TYPE.at(
                            spot,
                            "["
                                    + section.name()
                                    + "] has "
                                    + (type.isEmpty() ? "no type=" : "type=" + type),
                            "calls from and to '" + section.name() + "' will be refused",
                            "write type=user for who calls, type=peer for who is called, type=friend"
                                    + " for both"));
        }
    }

    private static void options(Section section, Set<String> said, Consumer<Finding> report) {
        for (var setting : section.settings()) {
            var name = setting.name().toLowerCase(Locale.ROOT);
            var effect = IaxOptions.all().get(name);
            if (effect == null) {
                report.accept(unknown(section, setting, name));
            } else if (effect != IaxOptions.Effect.WORKS && said.add(name)) {
                report.accept(
                        Ailment.OPTION_WITHOUT_EFFECT.at(
                                spot(section, setting),
                                "'" + name + "' " + effect.words(),
                                "calls go on without it",
                                "nothing need be done"));
            }
        }
    }

    private static Finding unknown(Section section, Setting setting, String name) {
        var near =
                Words.nearest(name, IaxOptions.all().keySet())
                        .map(word -> "write " + word + "= if that was meant")
                        .orElse("take the line out");
        return Ailment.OPTION_UNKNOWN.at(
                spot(section, setting),
                "there is no option '" + IaxOptions.shown(setting) + "'",
                "the line is left out, and what it was to change stays as it is",
                near);
    }

    private static Spot spot(Section section, Setting setting) {
        return section.name().equals("general") ? Spot.at(setting) : Spot.at(section, setting);
    }

    private static void misplaced(Section section, Consumer<Finding> report) {
        if (Chart.type(section).equals("user")) {
            for (var option : List.of("outkey", "host", "username", "qualify")) {
                section.last(option).ifPresent(setting -> report.accept(ofPeer(section, setting)));
            }
        }
        if (Chart.type(section).equals("peer") && !Chart.isDynamic(section)) {
            section.last("inkeys").ifPresent(setting -> report.accept(ofUser(section, setting)));
        }
    }

    private static Finding ofPeer(Section section, Setting setting) {
        return Ailment.OPTION_IN_WRONG_TYPE.at(
                Spot.at(section, setting),
                setting.name() + "= is for calls to a peer, and this is type=user",
                "calls to '" + section.name() + "' will not be possible",
                "write type=friend if they are to be called, or take the line out");
    }

    private static Finding ofUser(Section section, Setting setting) {
        return Ailment.OPTION_IN_WRONG_TYPE.at(
                Spot.at(section, setting),
                "inkeys= is for callers, and this is type=peer with a fixed address",
                "calls from '" + section.name() + "' will be refused",
                "write type=friend if they are to call, or take the line out");
    }
}
