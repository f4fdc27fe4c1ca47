package dev.keyline.pbx.doctor;

import dev.keyline.pbx.line.Access;
import dev.keyline.pbx.line.User;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Sections that ask callers for nothing, and how far these get.
final class GuestCheck implements Check {
    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        for (var user : chart.lines().users()) {
            if (user.access() instanceof Access.Free) {
                report.accept(finding(chart, user));
            }
        }
    }

    private static Finding finding(Chart chart, User user) {
        var spot = new Spot(user.place(), "[" + user.name() + "]", List.of(user.name()));
        if (!AddressCheck.isOpen(user.acl())) {
            return Ailment.GUEST_BY_ADDRESS.at(
                    spot,
                    "[" + user.name() + "] has neither inkeys= nor secret=, but address rules",
                    "whoever sits at one of those addresses can call as '" + user.name() + "'",
                    "write inkeys=NAME and auth=rsa where they can sign");
        }
        return wayOut(chart, user)
                .map(out -> dialsOut(user, spot, out))
                .orElseGet(
                        () ->
                                Ailment.GUEST_WITHOUT_PROOF.at(
                                        spot,
                                        "[" + user.name() + "] has neither inkeys= nor secret=",
                                        "anybody can call in by '"
                                                + user.name()
                                                + "', and whoever gives no name does",
                                        "write inkeys=NAME and auth=rsa, or permit= and deny=;"
                                                + " leave it where the world shall call"));
    }

    private static Finding dialsOut(User user, Spot spot, DialTarget out) {
        return Ailment.GUEST_DIALS_OUT.at(
                spot,
                "callers by ["
                        + user.name()
                        + "] prove nothing and get to "
                        + out.extension()
                        + " of ["
                        + out.context()
                        + "], which dials out ("
                        + out.step().place()
                        + ")",
                "anybody can place calls through us, at our cost",
                "give them a context without a way out, or ask for a key");
    }

    private static Optional<DialTarget> wayOut(Chart chart, User user) {
        var reach = new Reach(chart.plan());
        var reached =
                reach.from(reach.allowed(user.contexts())).stream()
                        .map(context -> context.name())
                        .toList();
        return DialTarget.all(chart.plan()).stream()
                .filter(target -> target.passesOn() && reached.contains(target.context()))
                .findFirst();
    }
}
