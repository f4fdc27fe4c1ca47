package dev.keyline.pbx.doctor;

import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.conf.Setting;
import dev.keyline.pbx.line.RegisterLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Secrets: how long, how many have them, who may read them. None is ever repeated in a finding.
final class SecretCheck implements Check {
    /// Characters. An MD5 answer that was overheard can be tried against a list at some billion
    /// words a second; twelve random letters and digits last for years.
    private static final int SHORTEST = 12;

    private static final Set<String> USUAL =
            Set.of("changeme", "password", "passw0rd", "secret", "asterisk", "supersecret");

    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        chart.sections().forEach(section -> weak(section, report));
        for (var line : chart.lines().general().registrations()) {
            weak(line, report);
        }
        shared(chart, report);
        readable(chart, report);
    }

    private static void weak(Section section, Consumer<Finding> report) {
        for (var setting : section.all("secret")) {
            if (Chart.secrets(setting).stream().anyMatch(text -> isWeak(text, section.name()))) {
                report.accept(weak(Spot.at(section, setting), "as '" + section.name() + "'"));
            }
        }
    }

    private static void weak(RegisterLine line, Consumer<Finding> report) {
        line.secret()
                .filter(secret -> isWeak(secret.reveal(), line.username()))
                .ifPresent(
                        _ -> {
                            var spot = new Spot(line.place(), "register", List.of());
                            report.accept(weak(spot, "as '" + line.username() + "'"));
                        });
    }

    private static Finding weak(Spot spot, String who) {
        return Ailment.SECRET_WEAK.at(
                spot,
                "the secret is short, or easily guessed",
                "whoever hears one login can find it out, and call " + who,
                "take at least " + SHORTEST + " random characters, or better inkeys= and auth=rsa");
    }

    private static boolean isWeak(String secret, String name) {
        var lower = secret.toLowerCase(Locale.ROOT);
        return secret.length() < SHORTEST
                || lower.contains(name.toLowerCase(Locale.ROOT))
                || USUAL.contains(lower)
                || secret.chars().distinct().count() < 4;
    }

    /// Those who call us are compared with each other, and those we call: the two sections of one
    /// neighbour may well have the same secret.
    private static void shared(Chart chart, Consumer<Finding> report) {
        var callers = new HashMap<String, Section>();
        var peers = new HashMap<String, Section>();
        for (var section : chart.sections()) {
            var seen = Chart.isProven(section) ? callers : peers;
            for (var setting : section.all("secret")) {
                shared(section, setting, seen, report);
            }
        }
    }

    private static void shared(
            Section section, Setting setting, Map<String, Section> seen, Consumer<Finding> report) {
        for (var secret : Chart.secrets(setting)) {
            var first = seen.putIfAbsent(secret, section);
            if (first != null && !first.name().equals(section.name())) {
                report.accept(
                        Ailment.SECRET_SHARED.at(
                                Spot.at(section, setting),
                                "[" + section.name() + "] has the secret of [" + first.name() + "]",
                                "calls from one can come in under the name of the other",
                                "give each its own, or better a key pair"));
            }
        }
    }

    private static void readable(Chart chart, Consumer<Finding> report) {
        var files = new HashSet<String>();
        chart.sections().stream()
                .flatMap(section -> section.all("secret").stream())
                .forEach(setting -> files.add(setting.place().file()));
        chart.lines().general().registrations().stream()
                .filter(line -> line.secret().isPresent())
                .forEach(line -> files.add(line.place().file()));
        files.retainAll(chart.around().openFiles());
        files.stream()
                .sorted()
                .forEach(
                        file ->
                                report.accept(
                                        Ailment.SECRETS_READABLE.at(
                                                Spot.file(file),
                                                "everybody on this machine may read the secrets in"
                                                        + " this file",
                                                "whoever does can call under these names",
                                                "chmod 640 "
                                                        + file
                                                        + ", owned by who runs the"
                                                        + " exchange")));
    }
}
