package dev.keyline.pbx.doctor;

import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.conf.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// `auth=`, and whether there is something to check a proof with.
final class AuthCheck implements Check {
    private static final Set<String> METHODS = Set.of("rsa", "md5", "plaintext");

    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        chart.general().last("auth").ifPresent(auth -> words(auth, Spot.at(auth), report));
        for (var section : chart.sections()) {
            section.last("auth").ifPresent(auth -> words(auth, Spot.at(section, auth), report));
            dbsecret(section, report);
            if (Chart.isProven(section)) {
                proof(chart, section, report);
            }
            if (Chart.isPeer(section)) {
                outkey(chart, section, report);
            }
        }
    }

    private static List<String> words(Setting auth) {
        return Arrays.stream(auth.value().toLowerCase(Locale.ROOT).split("[,|\\s]+", -1)).toList();
    }

    private static void words(Setting auth, Spot spot, Consumer<Finding> report) {
        for (var word : words(auth)) {
            if (!METHODS.contains(word)) {
                report.accept(
                        Ailment.AUTH_WORD_UNKNOWN.at(
                                spot,
                                "auth=" + word + " is no method",
                                "calls will be refused here; an Asterisk leaves the word out, and"
                                        + " may let callers in by less than was meant",
                                "write rsa, md5 or both"));
            }
        }
        if (words(auth).contains("plaintext")) {
            report.accept(
                    Ailment.AUTH_PLAINTEXT.at(
                            spot,
                            "auth= allows plaintext",
                            "whoever hears one login can place calls with the secret",
                            "write auth=rsa, or auth=md5"));
        }
    }

    private static void proof(Chart chart, Section section, Consumer<Finding> report) {
        section.all("secret").stream()
                .filter(secret -> Chart.secrets(secret).isEmpty())
                .forEach(secret -> report.accept(empty(section, secret)));
        if (hasTrouble(section)) {
            return;
        }
        boolean keys = !Chart.inkeys(section).isEmpty();
        boolean secret = Chart.hasSecret(section);
        var auth = chart.inherited(section, "auth");
        if (auth.isEmpty()) {
            if (keys) {
                report.accept(unwritten(section, secret));
            }
        } else if (METHODS.containsAll(words(auth.get()))) {
            written(section, auth.get(), keys, secret, report);
        }
    }

    private static boolean hasTrouble(Section section) {
        return section.last("dbsecret").isPresent()
                || section.all("secret").stream().anyMatch(s -> Chart.secrets(s).isEmpty())
                || (section.last("inkeys").isPresent() && Chart.inkeys(section).isEmpty());
    }

    private static void dbsecret(Section section, Consumer<Finding> report) {
        section.last("dbsecret")
                .ifPresent(
                        setting ->
                                report.accept(
                                        Ailment.DBSECRET_NOT_FOUND.at(
                                                Spot.at(section, setting),
                                                "dbsecret= names a secret in Asterisk's database",
                                                withoutDatabase(section),
                                                "write auth=rsa and inkeys= or outkey=, or"
                                                        + " secret=")));
    }

    private static String withoutDatabase(Section section) {
        return Chart.isProven(section)
                ? Chart.logins(section)
                        + " will be refused here; an Asterisk that does not find it lets everybody"
                        + " in"
                : "calls to '" + section.name() + "' will fail here";
    }

    private static Finding empty(Section section, Setting secret) {
        return Ailment.EMPTY_SECRET.at(
                Spot.at(section, secret),
                "secret= is empty",
                Chart.logins(section)
                        + " will be refused here; an Asterisk lets in whoever answers with an"
                        + " empty secret",
                "write a long random secret, or inkeys= and auth=rsa, or take the line out");
    }

    private static Finding unwritten(Section section, boolean secret) {
        return Ailment.INKEYS_WITHOUT_AUTH.at(
                Spot.at(section, section.last("inkeys").orElseThrow()),
                "inkeys= without auth=",
                secret
                        ? Chart.logins(section) + " come in by the secret alone as well"
                        : "an Asterisk can take " + Chart.logins(section) + " by an empty secret",
                "write auth=rsa");
    }

    private static void written(
            Section section, Setting auth, boolean keys, boolean secret, Consumer<Finding> report) {
        var methods = words(auth);
        boolean bySecret = methods.contains("md5") || methods.contains("plaintext");
        boolean byKey = methods.contains("rsa");
        if (bySecret && keys && !secret) {
            report.accept(
                    Ailment.MD5_WITHOUT_SECRET.at(
                            new Spot(auth.place(), "auth", List.of(section.name())),
                            "auth= allows a secret, and [" + section.name() + "] has none",
                            "an Asterisk takes "
                                    + Chart.logins(section)
                                    + " with an answer over an empty secret",
                            "write auth=rsa"));
        } else if (!(byKey && keys) && !(bySecret && secret)) {
            report.accept(bare(section, auth, byKey));
        }
    }

    private static Finding bare(Section section, Setting auth, boolean byKey) {
        return Ailment.AUTH_WITHOUT_PROOF.at(
                new Spot(auth.place(), "auth", List.of(section.name())),
                "[" + section.name() + "] has nothing to check auth=" + auth.value() + " with",
                Chart.logins(section) + " will be refused",
                byKey ? "write inkeys=NAME" : "write secret=, or auth=rsa and inkeys=NAME");
    }

    private static void outkey(Chart chart, Section section, Consumer<Finding> report) {
        var outkey = section.last("outkey");
        var auth = chart.inherited(section, "auth");
        if (outkey.isPresent()
                && auth.isPresent()
                && METHODS.containsAll(words(auth.get()))
                && !words(auth.get()).contains("rsa")
                && !Chart.hasSecret(section)) {
            report.accept(
                    Ailment.OUTKEY_NOT_USED.at(
                            Spot.at(section, outkey.get()),
                            "outkey= beside auth=" + auth.get().value(),
                            "calls to '"
                                    + section.name()
                                    + "' will fail, because nothing may be signed",
                            "write auth=rsa"));
        }
    }
}
