package dev.keyline.pbx.doctor;

import dev.keyline.pbx.conf.Range;
import dev.keyline.pbx.conf.Words;
import dev.keyline.pbx.line.Peer;
import java.util.function.Consumer;

/// Whom `Dial` dials.
final class DialCheck implements Check {
    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        for (var target : DialTarget.all(chart.plan())) {
            if (target.isIax()) {
                peer(chart, target, report);
            } else if (DialTarget.isFixed(target.text())) {
                report.accept(other(target));
            }
        }
    }

    private static String leads(DialTarget target) {
        return "calls to " + target.extension() + " of [" + target.context() + "] will go nowhere";
    }

    private static void peer(Chart chart, DialTarget target, Consumer<Finding> report) {
        var wish = target.wish();
        var peer = wish.peer();
        if (!DialTarget.isFixed(target.text().split("/", 3)[1])
                || chart.lines().peer(peer).isPresent()
                || Range.address(peer).isPresent()) {
            return;
        }
        if (chart.lines().user(peer).isPresent()) {
            report.accept(
                    Ailment.DIAL_TO_USER.at(
                            target.spot(),
                            "[" + peer + "] is type=user, which is for calls from them",
                            leads(target),
                            "write type=friend in [" + peer + "], and a host="));
        } else if (chart.around().names().resolve(peer, wish.port().orElse(1)).isEmpty()) {
            report.accept(
                    Ailment.DIAL_UNKNOWN_PEER.at(
                            target.spot(),
                            "'" + peer + "' is neither a peer of iax.conf nor a host",
                            leads(target),
                            near(chart, peer)));
        }
    }

    private static String near(Chart chart, String peer) {
        return Words.nearest(peer, chart.lines().peers().stream().map(Peer::name).toList())
                .map(name -> "write IAX2/" + name + " if that was meant")
                .orElse("add [" + peer + "] of type=peer to iax.conf");
    }

    private static Finding other(DialTarget target) {
        int slash = target.text().indexOf('/');
        var technology = slash < 0 ? target.text() : target.text().substring(0, slash);
        return Ailment.DIAL_OTHER_TECHNOLOGY.at(
                target.spot(),
                "Keyline has no channels of " + technology,
                leads(target) + " here",
                "dial IAX2/PEER; an Asterisk may have the other");
    }
}
