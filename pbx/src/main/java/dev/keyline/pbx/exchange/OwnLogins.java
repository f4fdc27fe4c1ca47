package dev.keyline.pbx.exchange;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.registration.Outcome;
import dev.keyline.iax.registration.RegistrationEvent;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.ledger.LoginEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How we fare where we have to prove who we are: the other side of [Logins]. A call or
/// registration that nobody asked for a proof is no login.
final class OwnLogins {
    private final House house;
    private final Map<CallId, Asked> pending = new HashMap<>();

    /// What they accept, and what we answered with.
    private record Asked(
            Set<AuthMethod> offered, Optional<AuthMethod> used, String key, String fingerprint) {
        static final Asked NOTHING = new Asked(Set.of(), Optional.empty(), "", "");
    }

    OwnLogins(House house) {
        this.house = house;
    }

    /// News of a call.
    void happened(CallId call, CallEvent event, long now) {
        switch (event) {
            case CallEvent.Challenged(var offered) -> asked(call, offered);
            case CallEvent.Answering(var method, var key, var print) ->
                    answered(call, method, key, print);
            case CallEvent.Accepted _ -> login(call).ifPresent(login -> good(call, login, now));
            case CallEvent.Ended(Ending.CannotAnswer(var why)) ->
                    login(call).ifPresent(login -> bad(call, login, "cannot-answer", why, now));
            case CallEvent.Ended(Ending.TheyRefused why) when pending.containsKey(call) ->
                    login(call)
                            .ifPresent(login -> bad(call, login, "they-refused", why.words(), now));
            case CallEvent.Ended _ -> pending.remove(call);
            default -> {}
        }
    }

    /// News of a registration.
    ///
    /// @param name the name we register by
    void happened(
            CallId id, RegistrationEvent event, PeerAddress registrar, String name, long now) {
        var login = new Login(LoginEvent.Kind.OWN_REGISTRATION, registrar, name);
        switch (event) {
            case RegistrationEvent.Challenged(var offered) -> asked(id, offered);
            case RegistrationEvent.Answering(var method, var key, var print) ->
                    answered(id, method, key, print);
            case RegistrationEvent.Settled(Outcome.Registered _) -> good(id, login, now);
            case RegistrationEvent.Settled(Outcome.CannotAnswer(var why)) ->
                    bad(id, login, "cannot-answer", why, now);
            case RegistrationEvent.Settled(Outcome.Refused(var cause, _)) ->
                    bad(id, login, "they-refused", "they said \"" + cause + "\"", now);
            case RegistrationEvent.Settled _ -> pending.remove(id);
            default -> {}
        }
    }

    private record Login(LoginEvent.Kind kind, PeerAddress peer, String account) {}

    /// Whom a call of ours is with: one with a channel, or one on which we ask for a dialplan.
    private Optional<Login> login(CallId call) {
        return house.roll()
                .of(call)
                .map(Channel::identity)
                .map(who -> ownCall(who.peer(), who.section()))
                .or(() -> house.polls().of(call).map(p -> ownCall(p.peer(), p.section())));
    }

    private static Login ownCall(PeerAddress peer, String section) {
        return new Login(LoginEvent.Kind.OWN_CALL, peer, section);
    }

    private void asked(CallId id, Set<AuthMethod> offered) {
        pending.put(id, new Asked(offered, Optional.empty(), "", ""));
    }

    private void answered(CallId id, AuthMethod method, String key, String fingerprint) {
        var asked = pending.getOrDefault(id, Asked.NOTHING);
        pending.put(id, new Asked(asked.offered(), Optional.of(method), key, fingerprint));
    }

    private void good(CallId id, Login login, long now) {
        var asked = pending.remove(id);
        if (asked != null) {
            house.logins()
                    .happened(
                            new LoginEvent.Accepted(
                                    attempt(login, asked, now), asked.key(), asked.fingerprint()),
                            now);
        }
    }

    private void bad(CallId id, Login login, String reason, String why, long now) {
        var asked = Optional.ofNullable(pending.remove(id)).orElse(Asked.NOTHING);
        var key = asked.key().isEmpty() ? "" : "; we signed with '" + asked.key() + "'";
        house.logins()
                .happened(
                        new LoginEvent.Refused(
                                attempt(login, asked, now), reason, List.of(), why + key, ""),
                        now);
    }

    private LoginEvent.Attempt attempt(Login login, Asked asked, long now) {
        return new LoginEvent.Attempt(
                house.instant(now),
                login.kind(),
                login.peer(),
                login.account(),
                asked.offered(),
                asked.used(),
                "");
    }
}
