package dev.keyline.pbx.doctor;

import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.line.Access;
import dev.keyline.pbx.line.Peer;
import java.util.function.Consumer;

/// Where peers are, and what they are told about us.
final class PeerCheck implements Check {
    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        for (var section : chart.sections()) {
            if (Chart.isPeer(section)) {
                chart.lines()
                        .peer(section.name())
                        .ifPresent(peer -> host(chart, section, peer, report));
                username(section, report);
                open(chart, section, report);
            }
        }
    }

    private static void host(Chart chart, Section section, Peer peer, Consumer<Finding> report) {
        var hosts = new Hosts(chart, report);
        var spot =
                section.last("host")
                        .map(setting -> Spot.at(section, setting))
                        .orElse(Spot.at(section));
        var leads = "calls to '" + section.name() + "' will fail";
        switch (peer.host()) {
            case Peer.Host.At(var address) -> hosts.at(spot, address);
            case Peer.Host.Named(var name, int port) -> hosts.named(spot, name, port, leads);
            case Peer.Host.Dynamic _ -> {}
            case Peer.Host.Nowhere _ ->
                    report.accept(
                            Ailment.HOST_MISSING.at(
                                    spot,
                                    "[" + section.name() + "] has no host=",
                                    leads,
                                    "write host=ADDRESS, or host=dynamic for who registers"));
        }
    }

    /// A peer that registers mostly is a telephone, which asks nobody for a name.
    private static void username(Section section, Consumer<Finding> report) {
        if (section.last("outkey").isPresent()
                && section.last("username").isEmpty()
                && !Chart.isDynamic(section)) {
            report.accept(
                    Ailment.USERNAME_MISSING.at(
                            Spot.at(section),
                            "[" + section.name() + "] has an outkey= and no username=",
                            "calls to '"
                                    + section.name()
                                    + "' arrive without a name, and are taken for a guest's",
                            "write username=, the name of our section over there"));
        }
    }

    private static void open(Chart chart, Section section, Consumer<Finding> report) {
        chart.lines()
                .peer(section.name())
                .flatMap(Peer::enrolling)
                .filter(enrolling -> enrolling.access() instanceof Access.Free)
                .ifPresent(
                        _ ->
                                report.accept(
                                        Ailment.REGISTRATION_WITHOUT_PROOF.at(
                                                Spot.at(section),
                                                "["
                                                        + section.name()
                                                        + "] has neither inkeys= nor secret=",
                                                "whoever registers as '"
                                                        + section.name()
                                                        + "' gets the calls that are meant for it",
                                                "write inkeys=NAME and auth=rsa")));
    }
}
