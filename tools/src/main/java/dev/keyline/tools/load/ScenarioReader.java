package dev.keyline.tools.load;

import dev.keyline.iax.endpoint.Config;
import dev.keyline.iax.sim.Weather;
import dev.keyline.iax.trunk.TrunkSettings;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.conf.Conf;
import dev.keyline.pbx.conf.ConfReader;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.conf.Setting;
import dev.keyline.pbx.conf.Texts;
import dev.keyline.pbx.conf.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes a [Scenario] of what the command line says, and of a file in the shape of `iax.conf` if
/// there is one: `[general]`, and a section for each [Role]. Options have the same names in both.
public final class ScenarioReader {
    private static final String GENERAL = "general";

    /// Options that count for the whole test.
    static final Set<String> OF_ALL =
            Set.of(
                    "rate",
                    "ramp",
                    "calls",
                    "time",
                    "limit",
                    "sources",
                    "apart",
                    "ping",
                    "trunkmtu",
                    "loss",
                    "delay",
                    "jitter");

    private final Map<String, String> commandLine;
    private final Sounds sounds;
    private final List<String> complaints = new ArrayList<>();

    /// What came of it.
    public sealed interface Reading {
        /// It can be run.
        record Good(Scenario scenario) implements Reading {}

        /// It has mistakes.
        ///
        /// @param complaints each with its option, or its file and line
        record Bad(List<String> complaints) implements Reading {
            public Bad {
                complaints = List.copyOf(complaints);
            }
        }
    }

    private ScenarioReader(Map<String, String> commandLine, Sounds sounds) {
        this.commandLine = commandLine;
        this.sounds = sounds;
    }

    /// A scenario of one role.
    ///
    /// @param commandLine options by name, without dashes
    public static Reading read(Map<String, String> commandLine, Sounds sounds) {
        var reader = new ScenarioReader(commandLine, sounds);
        var role = reader.role("call", List.of());
        return reader.reading(List.of(), role.stream().toList());
    }

    /// The scenario of a file.
    public static Reading read(
            Map<String, String> commandLine, String file, Texts texts, Sounds sounds) {
        var reader = new ScenarioReader(commandLine, sounds);
        var conf = ConfReader.read(file, texts);
        conf.problems().stream().map(Problem::toString).forEach(reader.complaints::add);
        return switch (conf) {
            case Conf.Usable usable -> reader.read(usable, file);
            case Conf.Unusable _ -> new Reading.Bad(reader.complaints);
        };
    }

    private Reading read(Conf.Usable conf, String file) {
        var general = conf.section(GENERAL).stream().toList();
        var roles = new ArrayList<Role>();
        for (var section : conf.sections()) {
            boolean all = section.name().equals(GENERAL);
            section.settings().forEach(setting -> know(setting, all));
            if (!all) {
                var sections = new ArrayList<Section>(List.of(section));
                sections.addAll(general);
                role(section.name(), sections).ifPresent(roles::add);
            }
        }
        if (roles.isEmpty() && complaints.isEmpty()) {
            complaints.add(file + ": there is no section but [general]; each role has its own");
        }
        return reading(general, roles);
    }

    private void know(Setting setting, boolean general) {
        if (!RoleReader.NAMES.contains(setting.name())
                && !(general && OF_ALL.contains(setting.name()))) {
            var known = new ArrayList<>(RoleReader.NAMES);
            known.addAll(OF_ALL);
            complaints.add(
                    setting.place()
                            + ": "
                            + setting.name()
                            + ": "
                            + unknown(setting.name(), Words.nearest(setting.name(), known)));
        }
    }

    private static String unknown(String name, Optional<String> nearest) {
        if (OF_ALL.contains(name)) {
            return "counts for the whole test and belongs into [general]";
        }
        return "there is no such option"
                + nearest.map(it -> "; perhaps " + it + " was meant").orElse("");
    }

    private Optional<Role> role(String name, List<Section> sections) {
        return new RoleReader(new Options(commandLine, sections, complaints), sounds).read(name);
    }

    private Reading reading(List<Section> general, List<Role> roles) {
        var options = new Options(commandLine, general, complaints);
        var pacing = pacing(options);
        var scenario =
                new Scenario(
                        pacing,
                        (int)
                                Math.min(
                                        Integer.MAX_VALUE,
                                        count(options, "limit", Integer.MAX_VALUE)),
                        options.duration("ping", Config.USUAL.pingEvery()),
                        trunkMtu(options),
                        sources(options),
                        options.truth("apart"),
                        weather(options),
                        roles);
        return complaints.isEmpty() ? new Reading.Good(scenario) : new Reading.Bad(complaints);
    }

    private static Pacing pacing(Options options) {
        double rate = options.value("rate", 10.0, Quantities::rate, "a rate such as 50 or 300/m");
        long time = options.duration("time", Long.MAX_VALUE);
        boolean bounded = options.said("calls").isPresent() || options.said("time").isPresent();
        long calls = count(options, "calls", bounded ? Long.MAX_VALUE : 1);
        return new Pacing(rate, options.duration("ramp", 0), calls, time);
    }

    private static long count(Options options, String name, long usual) {
        return options.value(name, usual, Quantities::count, "a whole number from 1");
    }

    private static int trunkMtu(Options options) {
        return options.value(
                "trunkmtu",
                TrunkSettings.USUAL.mtu(),
                Quantities::mtu,
                "0 or a number from %d to %d, as trunkmtu of iax.conf"
                        .formatted(TrunkSettings.LEAST_MTU, TrunkSettings.MOST_MTU));
    }

    private static List<PeerAddress> sources(Options options) {
        return options.value(
                "sources",
                List.of(),
                Sources::parse,
                "a list of IPv4 addresses such as 127.0.1.1-127.0.1.20, at most " + Sources.MOST);
    }

    private static Weather weather(Options options) {
        double loss = options.value("loss", 0.0, Quantities::part, "a part such as 2%");
        return new Weather(
                loss, 0, 0, 0, options.duration("delay", 0), options.duration("jitter", 0));
    }
}
