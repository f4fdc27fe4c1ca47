package dev.keyline.pbx.exchange;

import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.registration.RegistrationEvent;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.ledger.LineEvent;
import dev.keyline.pbx.line.Access;
import dev.keyline.pbx.line.Lines;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Peers that register here: noted in the [Book], and said in Asterisk's words.
final class Enrolments {
    private final House house;

    Enrolments(House house) {
        this.house = house;
    }

    void happened(RegistrationEvent event, long now) {
        switch (event) {
            case RegistrationEvent.Enrolled enrolled -> enrolled(enrolled, now);
            case RegistrationEvent.Released released -> released(released, now);
            case RegistrationEvent.TurnedAway turned -> turnedAway(turned);
            case RegistrationEvent.Challenged _,
                    RegistrationEvent.Answering _,
                    RegistrationEvent.Settled _ -> {}
        }
    }

    private void enrolled(RegistrationEvent.Enrolled enrolled, long now) {
        var name = enrolled.name();
        if (house.book().note(name, enrolled.from(), enrolled.seconds(), now)) {
            house.journal()
                    .verbose(
                            "Registered IAX2 '"
                                    + name
                                    + "' ("
                                    + proven(enrolled.proof())
                                    + ") at "
                                    + enrolled.from());
            house.vigils().begin(name, now);
        }
        var method = method(enrolled.proof());
        var key = enrolled.proof().map(Verdict.LetIn::keyName).orElse("");
        var fingerprint = enrolled.proof().map(Verdict.LetIn::fingerprint).orElse("");
        var from = enrolled.from();
        house.journal()
                .tell(
                        new LineEvent.Enrolled(
                                from, name, method, key, fingerprint, enrolled.seconds()));
        house.logins()
                .note(
                        new Login(
                                name,
                                "registration",
                                house.instant(now),
                                from,
                                method,
                                key,
                                fingerprint));
    }

    private void released(RegistrationEvent.Released released, long now) {
        if (house.book().forget(released.name(), now)) {
            house.vigils().rest(released.name());
            house.journal()
                    .verbose(
                            "Unregistered IAX2 '"
                                    + released.name()
                                    + "' ("
                                    + proven(released.proof())
                                    + ")");
            house.journal().tell(new LineEvent.Gone(released.name(), "Released"));
        }
    }

    private static String proven(Optional<Verdict.LetIn> proof) {
        return proof.isPresent() ? "AUTHENTICATED" : "UNAUTHENTICATED";
    }

    private static String method(Optional<Verdict.LetIn> proof) {
        return proof.map(how -> how.method().name().toLowerCase(Locale.ROOT)).orElse("none");
    }

    /// The first line has Asterisk's words, which filters such as fail2ban look for; ours follow.
    private void turnedAway(RegistrationEvent.TurnedAway turned) {
        house.counts(house.counts().andTurnedAway());
        var from = turned.from();
        var name = turned.name();
        house.journal().notice(asteriskWords(turned));
        var explanation = explanation(turned);
        house.journal().notice("Why " + from + " could not register: " + explanation);
        house.journal()
                .tell(
                        new LineEvent.TurnedAway(
                                from,
                                name,
                                turned.verdict().reason(),
                                turned.verdict().details(),
                                explanation,
                                ""));
    }

    private String asteriskWords(RegistrationEvent.TurnedAway turned) {
        var from = turned.from();
        var name = turned.name();
        if (name.isEmpty()) {
            return "Empty registration from " + from;
        }
        return switch (turned.verdict().reason()) {
            case NO_KEY_MATCHED, KEY_OUT_OF_TERM, BAD_SIGNATURE ->
                    "Host "
                            + from
                            + " failed RSA authentication with inkeys '"
                            + String.join(":", inkeys(name))
                            + "' for '"
                            + name
                            + "'";
            case WRONG_SECRET -> "Host " + from + " failed MD5 authentication for '" + name + "'";
            case NO_ANSWER, NOTHING_TO_CHECK, NOT_ENCRYPTED, UNREADABLE ->
                    "Host " + from + " failed to authenticate as " + name;
            case UNKNOWN_NAME -> unknown(name, from);
        };
    }

    private String unknown(String name, PeerAddress from) {
        return house.lines().enrolling(name, from) instanceof Lines.Enrollable.Not(var words, _)
                ? words
                : "Host " + from + " failed to authenticate as " + name;
    }

    private String explanation(RegistrationEvent.TurnedAway turned) {
        if (house.lines().enrolling(turned.name(), turned.from())
                instanceof Lines.Enrollable.Not(_, var cure)) {
            return cure;
        }
        return turned.verdict()
                + house.lines()
                        .peer(turned.name())
                        .map(peer -> "; see [" + peer.name() + "] at " + peer.place())
                        .orElse("");
    }

    private List<String> inkeys(String name) {
        return house.lines()
                .peer(name)
                .flatMap(peer -> peer.enrolling())
                .map(enrolling -> enrolling.access())
                .flatMap(Enrolments::guard)
                .map(Guard::inkeys)
                .orElse(List.of());
    }

    private static Optional<Guard> guard(Access access) {
        return access instanceof Access.Guarded(var guard, _)
                ? Optional.of(guard)
                : Optional.empty();
    }
}
