package dev.keyline.pbx.exchange;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.pbx.ledger.LineEvent;
import dev.keyline.pbx.line.Access;
import dev.keyline.pbx.line.Lines;

/// Says why callers were not let in.
final class Farewells {
    private final House house;

    Farewells(House house) {
        this.house = house;
    }

    /// Somebody was not let in. The first lines have Asterisk's words, which filters such as
    /// fail2ban look for; ours follow.
    void turnedAway(CallEvent.TurnedAway turned) {
        house.counts(house.counts().andTurnedAway());
        var from = turned.from().toString();
        var name = turned.name();
        var request = turned.request();
        var found = house.lines().find(request, turned.from());
        if (isAboutKeys(turned.verdict().reason())) {
            missingKeys(found);
            house.journal().warning("No RSA public keys on file matched incoming call");
        }
        house.journal().warning("Host " + from + " failed to authenticate as " + name);
        house.journal()
                .notice(
                        "Rejected connect attempt from "
                                + from
                                + ", who was trying to reach '"
                                + request.calledNumber()
                                + "@"
                                + Reception.text(request.calledContext())
                                + "'");
        var explanation = explanation(found, turned.verdict());
        house.journal().notice("Why " + from + " was turned away: " + explanation);
        house.journal()
                .tell(
                        new LineEvent.TurnedAway(
                                turned.from(),
                                name,
                                turned.verdict().reason(),
                                turned.verdict().details(),
                                explanation,
                                request.calledNumber()));
    }

    private static boolean isAboutKeys(Verdict.Reason reason) {
        return reason == Verdict.Reason.NO_KEY_MATCHED || reason == Verdict.Reason.KEY_OUT_OF_TERM;
    }

    private void missingKeys(Lines.Found found) {
        if (found instanceof Lines.Found.Section(var user)
                && user.access() instanceof Access.Guarded(var guard, _)) {
            for (var key : guard.inkeys()) {
                if (house.setup().ring().publicKey(key) instanceof KeyRing.Missing<?>) {
                    house.journal()
                            .warning(
                                    "Requested inkey '"
                                            + key
                                            + "' for RSA authentication does not exist");
                }
            }
        }
    }

    private static String explanation(Lines.Found found, Verdict.TurnedAway verdict) {
        return switch (found) {
            case Lines.Found.Nobody(var why) -> why;
            case Lines.Found.Section(var user) ->
                    verdict + "; see [" + user.name() + "] at " + user.place() + cure(verdict);
        };
    }

    private static String cure(Verdict.TurnedAway verdict) {
        return switch (verdict.reason()) {
            case NO_KEY_MATCHED ->
                    "; compare the fingerprints with those of the caller's key (keyline keys show)";
            case KEY_OUT_OF_TERM ->
                    "; the caller needs the new key, or outkey= still names the old";
            case WRONG_SECRET -> "; compare secret= on both sides";
            case NO_ANSWER -> "; the caller needs a key or secret that auth= there accepts";
            default -> "";
        };
    }
}
