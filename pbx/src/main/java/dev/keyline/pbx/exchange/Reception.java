package dev.keyline.pbx.exchange;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.New;
import dev.keyline.pbx.channel.CallerIdDraft;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Identity;
import dev.keyline.pbx.channel.Position;
import dev.keyline.pbx.channel.Proof;
import dev.keyline.pbx.conf.PhoneNumber;
import dev.keyline.pbx.ledger.LineEvent;
import dev.keyline.pbx.ledger.LoginEvent;
import dev.keyline.pbx.line.User;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Receives callers who were let in, and sends them to the dialplan or away.
final class Reception {
    private final House house;

    /// Callers who hear nothing until another exchange has said whether it knows their number.
    private final Set<CallId> waiting = new HashSet<>();

    Reception(House house) {
        this.house = house;
    }

    /// Somebody was let in. Whether the extension exists is looked at only now, so that nobody can
    /// try extensions without a proof.
    void arrived(CallId call, CallEvent.Arrived arrived, long now) {
        house.counts(house.counts().andArrived());
        var user = house.lines().user(arrived.name());
        if (user.isEmpty()) {
            var number = arrived.request().calledNumber();
            refuse(call, arrived, number, Cause.CALL_REJECTED, "No authority found", now);
            return;
        }
        noteLogin(arrived, user.get(), now);
        var wish = Wish.of(call, arrived, user.get(), caller(user.get(), arrived.request()));
        if (wish.isUndialled() && wish.format().isPresent() && hasRoom()) {
            house.inquirers().begin(wish, wish.format().get(), now);
        } else {
            decide(wish, now);
        }
    }

    /// Somebody dials who was let in before.
    void dialled(CallId call, String number, long now) {
        house.inquirers().leave(call).ifPresent(wish -> decide(wish.dialling(number), now));
    }

    /// News of a call that has no channel yet.
    void happened(CallId call, CallEvent event) {
        if (event instanceof CallEvent.Ended) {
            waiting.remove(call);
            house.inquirers().leave(call);
        }
    }

    private boolean hasRoom() {
        return !house.isStopping() && !house.isFull();
    }

    private void decide(Wish wish, long now) {
        if (!hasRoom()) {
            house.counts(house.counts().andCrowded());
            refuse(wish, Cause.CONGESTION, "No more calls are taken", now);
            return;
        }
        var wanted = wish.wanted(house.globals());
        switch (house.guide().find(wanted, later -> again(wish, later), now)) {
            case Finding.Found _ ->
                    wish.format()
                            .ifPresentOrElse(
                                    format -> accept(wish, format, now),
                                    () ->
                                            refuse(
                                                    wish,
                                                    Cause.BEARER_NOT_AVAILABLE,
                                                    "Unable to negotiate codec",
                                                    now));
            case Finding.Nowhere _ -> leadsNowhere(wish, now);
            case Finding.Asking _ -> waiting.add(wish.call());
        }
    }

    /// Another exchange has said whether it knows the number.
    private void again(Wish wish, long now) {
        if (waiting.remove(wish.call())) {
            decide(wish, now);
        }
    }

    private void leadsNowhere(Wish wish, long now) {
        house.journal()
                .notice(
                        "Rejected connect attempt from "
                                + wish.arrived().from()
                                + ", request '"
                                + wish.number()
                                + "@"
                                + wish.context()
                                + "' does not exist");
        refuse(wish, Cause.NO_ROUTE_DESTINATION, "No such context/extension", now);
    }

    private void refuse(Wish wish, Cause cause, String text, long now) {
        refuse(wish.call(), wish.arrived(), wish.number(), cause, text, now);
    }

    private void refuse(
            CallId call,
            CallEvent.Arrived arrived,
            String number,
            Cause cause,
            String text,
            long now) {
        house.counts(house.counts().andRefused());
        house.endpoint().tell(call, new Command.Refuse(cause, text), now);
        house.journal()
                .tell(
                        new LineEvent.Refused(
                                arrived.from(), arrived.name(), number, cause.code(), text));
    }

    private void accept(Wish wish, MediaFormat format, long now) {
        var arrived = wish.arrived();
        var user = wish.user();
        var request = arrived.request();
        var identity = new Identity(wish.call(), user.name(), arrived.from(), true);
        var channel = new Channel(identity, wish.caller(), house.cord(), now);
        channel.speaks(format);
        channel.parties().etiquette(user.etiquette());
        channel.parties().pictures(user.codecs().pictures() & request.media().capability());
        channel.language(request.language().isEmpty() ? user.language() : request.language());
        channel.account(user.account());
        channel.carried(request.variables());
        channel.proof(proof(arrived.proof()));
        channel.encrypted(
                arrived.proof() instanceof CallEvent.Proven(_, boolean encrypted) && encrypted);
        user.variables().forEach(v -> channel.variables().set(v.name(), v.value()));
        var start = new Position(wish.context(), wish.number(), 1);
        house.roll().enter(channel, new Walk(house, channel, start));
        house.journal().verbose(() -> letIn(channel));
        house.endpoint().tell(wish.call(), new Command.Accept(format), now);
        channel.smoothing(user.voice().smoothing(), now);
        channel.reroute(user.voice().transfer(), now);
        if (house.lines().isTrunked(arrived.from())) {
            house.endpoint().tell(wish.call(), new Command.Trunk(), now);
        }
    }

    /// Who calls.
    private CallerId caller(User user, New request) {
        var id = user.callerId(request.caller());
        return house.lines().general().shrinksNumbers()
                ? new CallerIdDraft(id)
                        .number(PhoneNumber.shrunk(id.number()))
                        .presentation(id.presentation())
                        .finished()
                : id;
    }

    private static String letIn(Channel channel) {
        var proof = channel.proof();
        return "Accepting "
                + (proof.equals(Proof.NONE) ? "UNAUTHENTICATED" : "AUTHENTICATED")
                + " call from "
                + channel.identity().peer()
                + " as "
                + channel.name()
                + (proof.key().isEmpty()
                        ? ""
                        : ", key '" + proof.key() + "' " + proof.fingerprint())
                + (channel.isEncrypted() ? ", encrypted" : "");
    }

    /// That somebody was let in, whatever becomes of his wish then.
    private void noteLogin(CallEvent.Arrived arrived, User user, long now) {
        var token = arrived.request().callToken();
        if (token != null && arrived.proof() instanceof CallEvent.Proven) {
            house.logins().broughtToken(user.name());
        }
        var how =
                arrived.proof() instanceof CallEvent.Proven(var letIn, _)
                        ? Optional.of(letIn)
                        : Optional.<Verdict.LetIn>empty();
        var attempt =
                new LoginEvent.Attempt(
                        house.instant(now),
                        LoginEvent.Kind.CALL,
                        arrived.from(),
                        user.name(),
                        user.access().methods(),
                        how.map(Verdict.LetIn::method),
                        arrived.request().calledNumber());
        house.logins()
                .happened(
                        new LoginEvent.Accepted(
                                attempt,
                                how.map(Verdict.LetIn::keyName).orElse(""),
                                how.map(Verdict.LetIn::fingerprint).orElse("")),
                        now);
    }

    private static Proof proof(CallEvent.Proof proof) {
        return switch (proof) {
            case CallEvent.Unasked _ -> Proof.NONE;
            case CallEvent.Proven(Verdict.LetIn how, _) ->
                    new Proof(word(how.method()), how.keyName(), how.fingerprint());
        };
    }

    /// Asterisk's word in `CHANNEL(auth_method)`.
    static String word(AuthMethod method) {
        return method == AuthMethod.PLAINTEXT ? method.word() : method.name();
    }

    static String text(@Nullable String said) {
        return Objects.requireNonNullElse(said, "");
    }
}
