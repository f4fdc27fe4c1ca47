package dev.keyline.pbx.exchange;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.registration.RegistrationEvent;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.ledger.LineEvent;
import dev.keyline.pbx.ledger.LogName;
import dev.keyline.pbx.ledger.LoginEvent;
import dev.keyline.pbx.line.Access;
import dev.keyline.pbx.line.Lines;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
            case RegistrationEvent.TurnedAway turned -> turnedAway(turned, now);
            case RegistrationEvent.Challenged _,
                    RegistrationEvent.Answering _,
                    RegistrationEvent.Settled _ -> {}
        }
    }

    private void enrolled(RegistrationEvent.Enrolled enrolled, long now) {
        var name = enrolled.name();
        house.book().address(name).ifPresent(before -> moved(name, before, enrolled.from()));
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
        house.journal().tell(new LineEvent.Enrolled(enrolled.from(), name, enrolled.seconds()));
        noteLogin(name, enrolled.from(), enrolled.proof(), now);
    }

    /// Whoever has stolen a secret gets the calls of its owner by registering elsewhere.
    private void moved(String name, PeerAddress before, PeerAddress after) {
        if (!before.equals(after)) {
            house.journal().notice("Peer '" + name + "' has moved from " + before + " to " + after);
        }
    }

    private void noteLogin(String name, PeerAddress from, Optional<Verdict.LetIn> how, long now) {
        var attempt = attempt(name, from, required(name), how.map(Verdict.LetIn::method), now);
        house.logins()
                .happened(
                        new LoginEvent.Accepted(
                                attempt,
                                how.map(Verdict.LetIn::keyName).orElse(""),
                                how.map(Verdict.LetIn::fingerprint).orElse("")),
                        now);
    }

    private LoginEvent.Attempt attempt(
            String name,
            PeerAddress from,
            Set<AuthMethod> required,
            Optional<AuthMethod> used,
            long now) {
        return new LoginEvent.Attempt(
                house.instant(now), LoginEvent.Kind.REGISTRATION, from, name, required, used, "");
    }

    private Set<AuthMethod> required(String name) {
        return access(name).map(Access::methods).orElse(Set.of());
    }

    private void released(RegistrationEvent.Released released, long now) {
        noteLogin(released.name(), released.from(), released.proof(), now);
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

    /// The first line has Asterisk's words, which filters such as fail2ban look for; ours follow.
    private void turnedAway(RegistrationEvent.TurnedAway turned, long now) {
        house.counts(house.counts().andTurnedAway());
        var from = turned.from();
        var name = turned.name();
        var reason = turned.verdict().reason();
        if (reason == Verdict.Reason.NO_REPLY
                && !house.logins().tellsOfSilence(from, reason, now)) {
            return;
        }
        asteriskWords(turned).forEach(house.journal()::notice);
        var explanation = explanation(turned);
        var hint = Farewells.cure(turned.verdict());
        house.journal()
                .notice(
                        "Why "
                                + from
                                + " could not register: "
                                + explanation
                                + (hint.isEmpty() ? "" : "; " + hint)
                                + house.logins().unsaid());
        var attempt = attempt(name, from, turned.required(), turned.verdict().used(), now);
        house.logins()
                .happened(
                        new LoginEvent.Refused(
                                attempt,
                                reason.word(),
                                turned.verdict().tried(),
                                explanation,
                                hint),
                        now);
    }

    /// Asterisk's line, and where filters such as fail2ban's do not know that one, one they know.
    private List<String> asteriskWords(RegistrationEvent.TurnedAway turned) {
        var host = turned.from().host();
        var name = LogName.of(turned.name());
        var failed = Farewells.failed(host, name);
        if (name.isEmpty()) {
            return List.of("Empty registration from " + host, failed);
        }
        return switch (turned.verdict().reason()) {
            case NO_KEY_MATCHED, KEY_OUT_OF_TERM, BAD_SIGNATURE ->
                    List.of(
                            "Host %s failed RSA authentication with inkeys '%s' for '%s'"
                                    .formatted(host, String.join(":", inkeys(turned.name())), name),
                            failed);
            case WRONG_SECRET ->
                    List.of("Host " + host + " failed MD5 authentication for '" + name + "'");
            case NO_ANSWER, GAVE_UP, NOTHING_TO_CHECK, NOT_ENCRYPTED, UNREADABLE -> List.of(failed);
            case UNKNOWN_NAME -> unknown(name, turned.from(), failed);
            case NO_REPLY -> List.of(); // nothing wrong was shown
        };
    }

    private List<String> unknown(String name, PeerAddress from, String failed) {
        if (house.lines().enrolling(name, from) instanceof Lines.Enrollable.Not(var words, _)) {
            return words.startsWith("No registration") ? List.of(words) : List.of(words, failed);
        }
        return List.of(failed);
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
        return access(name).flatMap(Enrolments::guard).map(Guard::inkeys).orElse(List.of());
    }

    private Optional<Access> access(String name) {
        return house.lines()
                .peer(name)
                .flatMap(peer -> peer.enrolling())
                .map(enrolling -> enrolling.access());
    }

    private static Optional<Guard> guard(Access access) {
        return access instanceof Access.Guarded(var guard, _)
                ? Optional.of(guard)
                : Optional.empty();
    }
}
