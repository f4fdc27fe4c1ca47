package dev.keyline.pbx.doctor;

import dev.keyline.iax.call.DialString;
import dev.keyline.pbx.conf.Range;
import dev.keyline.pbx.conf.Words;
import dev.keyline.pbx.line.Peer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// Whom `Dial` dials.
final class DialCheck implements Check {
    /// Only these are repeated: what stands behind an `&` may be the rest of a secret.
    private static final Set<String> OTHERS =
            Set.of("AGENT", "DAHDI", "LOCAL", "MOBILE", "MOTIF", "PJSIP", "SCCP", "SIP", "ZAP");

    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        for (var target : DialTarget.all(chart.plan())) {
            if (target.isIax()) {
                peer(chart, target, report);
                secret(target, report);
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
        var shown =
                target.peer().map(name -> "'" + name + "'").orElse("the host behind the secret");
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
                            shown + " is neither a peer of iax.conf nor a host",
                            leads(target),
                            target.peer()
                                    .map(name -> near(chart, name))
                                    .orElse("mend the dial string")));
        }
    }

    private static void secret(DialTarget target, Consumer<Finding> report) {
        if (target.wish().secret() instanceof DialString.Choice.Given<?>) {
            report.accept(
                    Ailment.DIAL_WITH_SECRET.at(
                            target.spot(),
                            "the dial string holds a secret",
                            "whoever reads the dialplan can call under that name",
                            "put the secret into a section of type=peer, and dial that section"));
        }
    }

    private static String near(Chart chart, String peer) {
        return Words.nearest(peer, chart.lines().peers().stream().map(Peer::name).toList())
                .map(name -> "write IAX2/" + name + " if that was meant")
                .orElse("add [" + peer + "] of type=peer to iax.conf");
    }

    private static Finding other(DialTarget target) {
        var technology = target.text().split("/", 2)[0].toUpperCase(Locale.ROOT);
        var known = OTHERS.contains(technology) ? technology : "another kind";
        return Ailment.DIAL_OTHER_TECHNOLOGY.at(
                target.spot(),
                "Keyline has no channels of " + known,
                leads(target) + " here",
                "dial IAX2/PEER; an Asterisk may have the other");
    }
}
