package dev.keyline.pbx.doctor;

import dev.keyline.iax.message.MediaFormat;
import dev.keyline.pbx.channel.Transcoder;
import dev.keyline.pbx.line.Codecs;
import dev.keyline.pbx.line.Peer;
import dev.keyline.pbx.line.User;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Whether callers and the peers their calls go to can be understood by each other: a codec in
/// common, or one on each side that we translate.
final class CodecMeetingCheck implements Check {
    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        var reach = new Reach(chart.plan());
        var targets = DialTarget.all(chart.plan());
        for (var user : chart.lines().users()) {
            var contexts =
                    reach.from(reach.allowed(user.contexts())).stream()
                            .map(context -> context.name())
                            .toList();
            var said = new HashSet<Peer>();
            targets.stream()
                    .filter(target -> contexts.contains(target.context()) && target.isIax())
                    .forEach(target -> examine(chart, user, target, said, report));
        }
    }

    /// Said once for each peer, however many extensions lead there.
    private static void examine(
            Chart chart, User user, DialTarget target, Set<Peer> said, Consumer<Finding> report) {
        chart.lines()
                .peer(target.wish().peer())
                .filter(peer -> !meet(user.codecs(), peer.codecs()) && said.add(peer))
                .ifPresent(peer -> report.accept(finding(user, peer, target)));
    }

    /// Sections without any codec are somebody else's finding.
    private static boolean meet(Codecs caller, Codecs callee) {
        return caller.allowed().isEmpty()
                || callee.allowed().isEmpty()
                || !Collections.disjoint(caller.allowed(), callee.allowed())
                || (translates(caller) && translates(callee));
    }

    private static boolean translates(Codecs codecs) {
        return codecs.allowed().stream().anyMatch(it -> Transcoder.codec(it).isPresent());
    }

    private static Finding finding(User user, Peer peer, DialTarget target) {
        return Ailment.CODECS_SHARE_NOTHING.at(
                new Spot(target.step().place(), "Dial", List.of(user.name(), peer.name())),
                "["
                        + user.name()
                        + "] allows "
                        + names(user.codecs())
                        + ", ["
                        + peer.name()
                        + "] "
                        + names(peer.codecs()),
                "calls from '" + user.name() + "' to '" + peer.name() + "' will fail",
                "allow one codec in both sections");
    }

    private static String names(Codecs codecs) {
        return String.join(", ", codecs.allowed().stream().map(MediaFormat::asteriskName).toList());
    }
}
