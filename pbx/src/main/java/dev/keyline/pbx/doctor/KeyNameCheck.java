package dev.keyline.pbx.doctor;

import dev.keyline.keys.ring.KeyType;
import dev.keyline.pbx.conf.Section;
import java.util.function.Consumer;

/// How keys are named.
final class KeyNameCheck implements Check {
    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        chart.sections().stream()
                .filter(Chart::isProven)
                .forEach(section -> inkeys(section, report));
        chart.uses().stream()
                .filter(use -> !use.isBare())
                .forEach(use -> report.accept(dressed(use)));
    }

    private static void inkeys(Section section, Consumer<Finding> report) {
        var setting = section.last("inkeys");
        if (setting.isEmpty()) {
            return;
        }
        var spot = Spot.at(section, setting.get());
        if (Chart.inkeys(section).isEmpty()) {
            report.accept(
                    Ailment.INKEYS_EMPTY.at(
                            spot,
                            "inkeys= names no key",
                            Chart.logins(section) + " will be refused",
                            "write inkeys=NAME, for NAME.pub in the key directory"));
        } else if (setting.get().value().split(":", -1).length > Chart.inkeys(section).size()) {
            report.accept(
                    Ailment.INKEYS_EMPTY_NAME.at(
                            spot,
                            "inkeys= has a colon too many",
                            Chart.logins(section)
                                    + " come about; Asterisk warns of a key without a name each"
                                    + " time",
                            "take the colon out"));
        }
    }

    private static Finding dressed(KeyUse use) {
        var name = use.key().substring(use.key().lastIndexOf('/') + 1);
        return Ailment.KEY_NAME_NOT_BARE.at(
                use.spot(),
                "'" + use.key() + "' is no name of a key",
                use.leads(),
                "write "
                        + name.replaceAll("\\.(pub|key)$", "")
                        + ", without folder and suffix, and put "
                        + (use.type() == KeyType.PUBLIC ? "the .pub" : "the .key")
                        + " file into the key directory");
    }
}
