package dev.keyline.pbx.doctor;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.pbx.conf.Setting;
import java.util.function.Consumer;

/// Where the exchange listens, and the ports of others.
final class PortCheck implements Check {
    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        chart.general()
                .last("bindport")
                .filter(setting -> !isPort(setting.value()))
                .ifPresent(setting -> report.accept(bindport(setting)));
        chart.general().all("bindaddr").forEach(setting -> address(chart, setting, report));
        for (var section : chart.sections()) {
            section.last("port")
                    .filter(setting -> !isPort(setting.value()))
                    .ifPresent(
                            setting ->
                                    report.accept(
                                            Ailment.PORT_INVALID.at(
                                                    Spot.at(section, setting),
                                                    "port=" + setting.value() + " is no port",
                                                    "calls to '"
                                                            + section.name()
                                                            + "' go to port 4569 instead",
                                                    "write a number from 1 to 65535")));
        }
    }

    private static boolean isPort(String text) {
        return text.matches("\\d{1,5}")
                && Integer.parseInt(text) > 0
                && Integer.parseInt(text) < 65536;
    }

    private static Finding bindport(Setting setting) {
        return Ailment.PORT_INVALID.at(
                Spot.at(setting),
                "bindport=" + setting.value() + " is no port",
                "the exchange listens on port 4569, and calls to the port you meant find nobody",
                "write a number from 1 to 65535");
    }

    private static void address(Chart chart, Setting setting, Consumer<Finding> report) {
        var bind = Listening.parse(setting.value());
        if (bind.isEmpty() || !isAddress(chart, bind.get())) {
            report.accept(invalid(setting));
        } else if (bind.get().single().filter(ip -> !isHere(chart, ip)).isPresent()) {
            report.accept(elsewhere(setting));
        }
    }

    private static boolean isAddress(Chart chart, Listening bind) {
        boolean known =
                bind.host().isEmpty()
                        || bind.address().isPresent()
                        || chart.around().names().resolve(bind.host(), 1).isPresent();
        return known && bind.port().map(PortCheck::isPort).orElse(true);
    }

    /// Where the addresses of the machine are not known, every one may be its own.
    private static boolean isHere(Chart chart, Bytes ip) {
        return chart.around().own().isEmpty() || chart.around().isHere(ip);
    }

    private static Finding invalid(Setting setting) {
        return Ailment.BINDADDR_INVALID.at(
                Spot.at(setting),
                "bindaddr=" + setting.value() + " is no address",
                "the exchange does not start, and every call will fail",
                "write an address of this machine, or 0.0.0.0 for all of them");
    }

    private static Finding elsewhere(Setting setting) {
        return Ailment.BINDADDR_NOT_HERE.at(
                Spot.at(setting),
                "bindaddr=" + setting.value() + " is no address of this machine",
                "the exchange does not start, and every call will fail",
                "write an address of this machine, or 0.0.0.0 for all of them");
    }
}
