package dev.keyline.pbx.doctor;

import dev.keyline.iax.wire.PeerAddress;
import java.util.function.Consumer;

/// Whether a host can be found, and is not ourselves.
record Hosts(Chart chart, Consumer<Finding> report) {

    /// @param leads what happens when it cannot be found
    void named(Spot spot, String host, int port, String leads) {
        chart.around()
                .names()
                .resolve(host, port)
                .ifPresentOrElse(
                        address -> at(spot, address),
                        () -> report.accept(unknown(spot, host, leads)));
    }

    void at(Spot spot, PeerAddress address) {
        if (Listening.isOurselves(chart.lines().general(), address, chart.around())) {
            report.accept(
                    Ailment.PEER_IS_OURSELVES.at(
                            spot,
                            address + " is this exchange itself",
                            "calls there come back to us, and go round until no line is left",
                            "write the address of the other side"));
        }
    }

    private static Finding unknown(Spot spot, String host, String leads) {
        return Ailment.HOST_UNKNOWN.at(
                spot,
                "no name server knows '" + host + "'",
                leads,
                "mend the name, or write the address");
    }
}
