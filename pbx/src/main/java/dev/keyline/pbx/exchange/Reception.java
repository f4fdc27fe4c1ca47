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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Receives callers who were let in, and sends them to the dialplan or away.
final class Reception {
    private final House house;

    Reception(House house) {
        this.house = house;
    }

    /// Somebody was let in. Whether the extension exists is looked at only now, so that nobody can
    /// try extensions without a proof.
    void arrived(CallId call, CallEvent.Arrived arrived, long now) {
        house.counts(house.counts().andArrived());
        var user = house.lines().user(arrived.name());
        if (user.isEmpty()) {
            refuse(call, arrived, Cause.CALL_REJECTED, "No authority found", now);
            return;
        }
        noteLogin(arrived, user.get(), now);
        var request = arrived.request();
        var context = user.get().context(text(request.calledContext()));
        var caller = caller(user.get(), request);
        var format = user.get().codecs().choose(request.media());
        if (house.isStopping() || house.isFull()) {
            house.counts(house.counts().andCrowded());
            refuse(call, arrived, Cause.CONGESTION, "No more calls are taken", now);
        } else if (house.extension(context, request.calledNumber(), caller.number(), now)
                .isEmpty()) {
            house.journal()
                    .notice(
                            "Rejected connect attempt from "
                                    + arrived.from()
                                    + ", request '"
                                    + request.calledNumber()
                                    + "@"
                                    + context
                                    + "' does not exist");
            refuse(call, arrived, Cause.NO_ROUTE_DESTINATION, "No such context/extension", now);
        } else if (format.isEmpty()) {
            refuse(call, arrived, Cause.BEARER_NOT_AVAILABLE, "Unable to negotiate codec", now);
        } else {
            accept(call, arrived, user.get(), context, format.get(), now);
        }
    }

    private void refuse(
            CallId call, CallEvent.Arrived arrived, Cause cause, String text, long now) {
        house.counts(house.counts().andRefused());
        house.endpoint().tell(call, new Command.Refuse(cause, text), now);
        house.journal()
                .tell(
                        new LineEvent.Refused(
                                arrived.from(),
                                arrived.name(),
                                arrived.request().calledNumber(),
                                cause.code(),
                                text));
    }

    private void accept(
            CallId call,
            CallEvent.Arrived arrived,
            User user,
            String context,
            MediaFormat format,
            long now) {
        var request = arrived.request();
        var identity = new Identity(call, user.name(), arrived.from(), true);
        var caller = caller(user, request);
        var channel = new Channel(identity, caller, house.cord(), now);
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
        var start = new Position(context, request.calledNumber(), 1);
        house.roll().enter(channel, new Walk(house, channel, start));
        tellLetIn(channel);
        house.endpoint().tell(call, new Command.Accept(format), now);
        channel.smoothing(user.voice().smoothing(), now);
        channel.reroute(user.voice().transfer(), now);
        if (house.lines().isTrunked(arrived.from())) {
            house.endpoint().tell(call, new Command.Trunk(), now);
        }
    }

    /// Who calls. A caller who does not say which number was dialled first has dialled this one.
    private CallerId caller(User user, New request) {
        var id = user.callerId(request.caller());
        var draft = new CallerIdDraft(id);
        if (house.lines().general().shrinksNumbers()) {
            draft.number(PhoneNumber.shrunk(id.number())).presentation(id.presentation());
        }
        return id.dnid().isEmpty()
                ? draft.dnid(request.calledNumber()).finished()
                : draft.finished();
    }

    private void tellLetIn(Channel channel) {
        var proof = channel.proof();
        house.journal()
                .verbose(
                        "Accepting "
                                + (proof.equals(Proof.NONE) ? "UNAUTHENTICATED" : "AUTHENTICATED")
                                + " call from "
                                + channel.identity().peer()
                                + " as "
                                + channel.name()
                                + (proof.key().isEmpty()
                                        ? ""
                                        : ", key '" + proof.key() + "' " + proof.fingerprint())
                                + (channel.isEncrypted() ? ", encrypted" : ""));
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
