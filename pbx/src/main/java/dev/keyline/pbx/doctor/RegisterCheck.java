package dev.keyline.pbx.doctor;

import dev.keyline.pbx.conf.Setting;
import dev.keyline.pbx.line.RegisterLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// `register =>` lines. What stands before the `@` may be a secret and is not repeated.
final class RegisterCheck implements Check {
    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        for (var setting : chart.general().all("register")) {
            line(chart, setting)
                    .ifPresentOrElse(
                            line -> understood(chart, setting, line, report),
                            () -> report.accept(malformed(setting)));
        }
    }

    private static Optional<RegisterLine> line(Chart chart, Setting setting) {
        return chart.lines().general().registrations().stream()
                .filter(line -> line.place().equals(setting.place()))
                .findFirst();
    }

    private static Finding malformed(Setting setting) {
        return Ailment.REGISTER_MALFORMED.at(
                Spot.at(setting),
                "this is no user:secret@host[:port] and no user:[key]@host[:port]",
                "we do not register, and calls for us will not find us",
                "write register => NAME:[KEY]@HOST, with both brackets");
    }

    private static void understood(
            Chart chart, Setting setting, RegisterLine line, Consumer<Finding> report) {
        var spot = new Spot(setting.place(), "register", List.of());
        proof(setting, line, spot, report);
        var hosts = new Hosts(chart, report);
        line.address()
                .ifPresentOrElse(
                        address -> hosts.at(spot, address),
                        () ->
                                hosts.named(
                                        spot,
                                        line.host(),
                                        line.port(),
                                        "the registration as '"
                                                + line.username()
                                                + "' will fail, and calls for us will not find"
                                                + " us"));
        wayIn(chart, line, spot, report);
    }

    private static void proof(
            Setting setting, RegisterLine line, Spot spot, Consumer<Finding> report) {
        var who = setting.value().substring(0, setting.value().indexOf('@'));
        if (who.chars().filter(c -> c == ':').count() > 1) {
            report.accept(
                    Ailment.REGISTER_SECRET_CUT.at(
                            spot,
                            "a secret cannot hold ':' here, and ends before it",
                            "the registration as '" + line.username() + "' will be refused",
                            "take a secret without ':', or better a key"));
        } else if (line.key().isEmpty() && line.secret().isEmpty()) {
            report.accept(
                    Ailment.REGISTER_WITHOUT_PROOF.at(
                            spot,
                            "the line has neither a key nor a secret",
                            "the registration as '"
                                    + line.username()
                                    + "' comes about only where anybody may take that name",
                            "write "
                                    + line.username()
                                    + ":[KEY]@"
                                    + line.host()
                                    + ", and have the .pub put there"));
        }
    }

    private static void wayIn(Chart chart, RegisterLine line, Spot spot, Consumer<Finding> report) {
        if (chart.lines().users().isEmpty()) { // one that is shut has a finding of its own
            report.accept(
                    Ailment.REGISTER_WITHOUT_WAY_IN.at(
                            spot,
                            "we register as '" + line.username() + "', and no section takes calls",
                            "calls that " + line.host() + " sends us will be refused",
                            "write a section of type=user for "
                                    + line.host()
                                    + ", with inkeys=, auth=rsa and a context="));
        }
    }
}
