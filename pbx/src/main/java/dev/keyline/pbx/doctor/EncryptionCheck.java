package dev.keyline.pbx.doctor;

import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.conf.Setting;
import dev.keyline.pbx.conf.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// `encryption=` and `forceencryption=`. The key of an encrypted call is made of a challenge and a
/// secret, whatever else proves who calls.
final class EncryptionCheck implements Check {
    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        words(Spot::at, chart.general(), report);
        implied(chart, chart.general(), Spot::at, report);
        for (var section : chart.sections()) {
            words(setting -> Spot.at(section, setting), section, report);
            implied(chart, section, setting -> Spot.at(section, setting), report);
            if (!Chart.hasSecret(section)) {
                withoutSecret(chart, section, report);
            }
        }
    }

    private interface Spotting {
        Spot of(Setting setting);
    }

    private static List<String> words(Setting setting) {
        return Arrays.stream(setting.value().toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
                .toList();
    }

    private static boolean isWord(String word) {
        return word.equals("keyrotate") || word.equals("aes128") || Words.truth(word).isPresent();
    }

    private static boolean isOn(Setting encryption) {
        return words(encryption).stream()
                .anyMatch(word -> word.equals("aes128") || Words.truth(word).orElse(false));
    }

    private static boolean isForced(Optional<Setting> forced) {
        return forced.flatMap(setting -> Words.truth(setting.value())).orElse(false);
    }

    private static void words(Spotting spotting, Section section, Consumer<Finding> report) {
        section.last("encryption")
                .filter(setting -> !words(setting).stream().allMatch(EncryptionCheck::isWord))
                .ifPresent(
                        setting ->
                                report.accept(
                                        Ailment.ENCRYPTION_WORD_UNKNOWN.at(
                                                spotting.of(setting),
                                                "encryption="
                                                        + setting.value()
                                                        + " is no such word",
                                                "calls will be refused here; an Asterisk takes it"
                                                        + " for no, and they go in clear",
                                                "write yes, no or aes128")));
    }

    private static void implied(
            Chart chart, Section section, Spotting spotting, Consumer<Finding> report) {
        var forced = section.last("forceencryption");
        if (isForced(forced)
                && chart.inherited(section, "encryption").filter(EncryptionCheck::isOn).isEmpty()) {
            report.accept(
                    Ailment.FORCED_WITHOUT_ENCRYPTION.at(
                            spotting.of(forced.orElseThrow()),
                            "forceencryption=yes without encryption=yes",
                            "calls are encrypted here; an Asterisk before 1.6.2 puts them through"
                                    + " in clear",
                            "write encryption=yes as well"));
        }
    }

    private static void withoutSecret(Chart chart, Section section, Consumer<Finding> report) {
        var forced = chart.inherited(section, "forceencryption");
        var encryption = section.last("encryption").filter(EncryptionCheck::isOn);
        if (isForced(forced)) {
            report.accept(
                    Ailment.FORCED_WITHOUT_SECRET.at(
                            new Spot(
                                    forced.orElseThrow().place(),
                                    "forceencryption",
                                    List.of(section.name())),
                            "[" + section.name() + "] has no secret to encrypt with",
                            "calls from and to '" + section.name() + "' will be refused",
                            "write the same secret= on both sides, beside the keys"));
        } else if (encryption.isPresent()) {
            report.accept(
                    Ailment.ENCRYPTION_WITHOUT_SECRET.at(
                            Spot.at(section, encryption.get()),
                            "encryption= without a secret=",
                            "calls of '" + section.name() + "' go in clear",
                            "write the same secret= on both sides, beside the keys"));
        }
    }
}
