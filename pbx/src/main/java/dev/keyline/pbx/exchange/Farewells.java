package dev.keyline.pbx.exchange;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.pbx.ledger.LogName;
import dev.keyline.pbx.ledger.LoginEvent;
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
    void turnedAway(CallEvent.TurnedAway turned, long now) {
        house.counts(house.counts().andTurnedAway());
        var from = turned.from().toString();
        var host = turned.from().host();
        var request = turned.request();
        var found = house.lines().find(request, turned.from());
        var reason = turned.verdict().reason();
        if (isSilence(reason)) {
            if (house.logins().tellsOfSilence(turned.from(), reason, now)) {
                tellWhy(turned, found, now);
            }
            return;
        }
        if (isAboutKeys(reason)) {
            missingKeys(found);
            house.journal().warning("No RSA public keys on file matched incoming call");
        }
        house.journal().warning(failed(host, turned.name()));
        house.journal()
                .notice(
                        "Rejected connect attempt from "
                                + from
                                + ", who was trying to reach '"
                                + LogName.of(request.calledNumber())
                                + "@"
                                + Reception.text(request.calledContext())
                                + "'");
        tellWhy(turned, found, now);
    }

    private void tellWhy(CallEvent.TurnedAway turned, Lines.Found found, long now) {
        var explanation = explanation(found, turned.verdict());
        var hint = found instanceof Lines.Found.Section ? cure(turned.verdict()) : "";
        house.journal()
                .notice(
                        "Why "
                                + turned.from()
                                + " was turned away: "
                                + explanation
                                + (hint.isEmpty() ? "" : "; " + hint)
                                + house.logins().unsaid());
        var attempt =
                new LoginEvent.Attempt(
                        house.instant(now),
                        LoginEvent.Kind.CALL,
                        turned.from(),
                        turned.name(),
                        turned.required(),
                        turned.verdict().used(),
                        turned.request().calledNumber());
        house.logins()
                .happened(
                        new LoginEvent.Refused(
                                attempt,
                                turned.verdict().reason().word(),
                                turned.verdict().tried(),
                                explanation,
                                hint),
                        now);
    }

    /// Who fell silent or hung up has shown nothing wrong, and filters are not to hold it against
    /// him.
    private static boolean isSilence(Verdict.Reason reason) {
        return reason == Verdict.Reason.NO_REPLY || reason == Verdict.Reason.GAVE_UP;
    }

    /// Asterisk writes the port as well, and so fail2ban's filter for Asterisk does not know the
    /// line; without the port it does.
    static String failed(String host, String name) {
        return "Host " + host + " failed to authenticate as " + LogName.of(name);
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
                    verdict + "; see [" + user.name() + "] at " + user.place();
        };
    }

    /// What to do about it, in a few words.
    static String cure(Verdict.TurnedAway verdict) {
        return switch (verdict.reason()) {
            case NO_KEY_MATCHED ->
                    "compare the fingerprints with those of the caller's key (keyline keys show)";
            case KEY_OUT_OF_TERM -> "the caller needs the new key, or outkey= still names the old";
            case BAD_SIGNATURE -> "the caller's key has another size than 1024 bits";
            case WRONG_SECRET -> "compare secret= on both sides";
            case NO_ANSWER, GAVE_UP ->
                    "the caller needs a key (outkey=) or secret that auth= here accepts";
            case NOT_ENCRYPTED -> "write encryption=yes and secret= at the caller";
            case NO_REPLY ->
                    "if this is a peer of yours: does it have its key, and do our answers reach it?";
            case UNKNOWN_NAME, UNREADABLE, NOTHING_TO_CHECK -> "";
        };
    }
}
