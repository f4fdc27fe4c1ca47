package dev.keyline.iax.registration;

import dev.keyline.iax.auth.Answer;
import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Signature;
import dev.keyline.iax.message.AuthResult;
import dev.keyline.iax.message.RegisterAck;
import dev.keyline.iax.message.RegisterAuth;
import dev.keyline.iax.message.RegisterReject;
import dev.keyline.iax.message.Reject;
import dev.keyline.iax.registration.Input.Heard;
import dev.keyline.iax.registration.Input.Signed;
import dev.keyline.iax.registration.Input.TimeUp;
import dev.keyline.iax.registration.Input.Unreachable;
import dev.keyline.iax.registration.RegistrantLeg.Asking;
import dev.keyline.iax.registration.RegistrantLeg.Ended;
import dev.keyline.iax.registration.RegistrantLeg.Proving;
import dev.keyline.iax.registration.RegistrantLeg.Signing;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The registrant's side of RFC 5456 §6.1, one case per arrow. Like a caller it answers one
/// question, with what `auth=` allows and nothing weaker.
public final class RegistrantFigure {
    private static final int NO_AUTHORITY = 50;

    /// How long an answer may take once the question was acknowledged, in nanoseconds: a registrar
    /// may be started again between the two. What is not acknowledged is given up a little sooner.
    static final long PATIENCE = 40_000_000_000L;

    private RegistrantFigure() {}

    /// The attempt begins.
    public static Step<RegistrantLeg> ask(RegistrantSide here) {
        return Step.<RegistrantLeg>to(new Asking())
                .say(here.request(new AuthResult.None()))
                .waiting(PATIENCE);
    }

    /// The arrow of INVAL, and of a fault of our own.
    public static Step<RegistrantLeg> broken(String why) {
        return ended(new Outcome.Broken(why));
    }

    private record At(RegistrantLeg leg, Input input) {}

    public static Step<RegistrantLeg> next(RegistrantLeg leg, Input input, RegistrantSide here) {
        return switch (new At(leg, input)) {
            case At(Ended _, _) -> Step.to(leg);
            case At(Asking _, Heard(RegisterAuth ask)) -> answer(ask, here);
            case At(Signing _, Signed(Signature.Made(var base64))) ->
                    Step.<RegistrantLeg>to(new Proving())
                            .say(here.request(new AuthResult.Rsa(base64)))
                            .waiting(PATIENCE);
            case At(Signing _, Signed(Signature.Failed(var why))) -> cannotAnswer(why);
            case At(Asking _, Heard(RegisterAck ack)) -> noted(ack, here);
            case At(Proving _, Heard(RegisterAck ack)) -> noted(ack, here);
            case At(_, Heard(RegisterReject(var cause, int code))) ->
                    ended(new Outcome.Refused(cause, code));
            case At(_, Heard(Reject(var cause, int code))) ->
                    ended(new Outcome.Refused(cause, code));
            case At(_, Unreachable _) -> ended(new Outcome.NotAnswered());
            case At(_, TimeUp _) -> ended(new Outcome.NotAnswered());
            case At(_, var stray) ->
                    Step.to(leg)
                            .with(
                                    new Act.Remark(
                                            stray.kind()
                                                    + " in state "
                                                    + leg.getClass().getSimpleName()));
        };
    }

    private static Step<RegistrantLeg> answer(RegisterAuth ask, RegistrantSide here) {
        var offered = AuthMethod.in(ask.methods());
        return switch (here.credentials()
                .answer(offered, Optional.ofNullable(ask.challenge()), here.ring())) {
            case Answer.SignWith sign ->
                    Step.<RegistrantLeg>to(new Signing(ask))
                            .tell(new RegistrationEvent.Challenged(offered))
                            .tell(
                                    new RegistrationEvent.Answering(
                                            AuthMethod.RSA, sign.keyName(), sign.fingerprint()))
                            .with(new Act.Sign(sign));
            case Answer.Digest(var hex) ->
                    answered(offered, AuthMethod.MD5, new AuthResult.Md5(hex), here);
            case Answer.Password(var secret) ->
                    answered(
                            offered,
                            AuthMethod.PLAINTEXT,
                            new AuthResult.Password(secret.reveal()),
                            here);
            case Answer.Cannot(var why) -> cannotAnswer(why);
        };
    }

    /// Says so, that the registrar need not wait for an answer. The RFC has no message for it;
    /// REJECT is what Asterisk sends.
    private static Step<RegistrantLeg> cannotAnswer(String why) {
        return ended(new Outcome.CannotAnswer(why))
                .say(new Reject("No authority found", NO_AUTHORITY));
    }

    private static Step<RegistrantLeg> answered(
            Set<AuthMethod> offered, AuthMethod method, AuthResult result, RegistrantSide here) {
        return Step.<RegistrantLeg>to(new Proving())
                .tell(new RegistrationEvent.Challenged(offered))
                .tell(new RegistrationEvent.Answering(method, "", ""))
                .say(here.request(result))
                .waiting(PATIENCE);
    }

    private static Step<RegistrantLeg> noted(RegisterAck ack, RegistrantSide here) {
        if (here.leaving()) {
            return ended(new Outcome.Released());
        }
        var refresh = ack.refresh();
        var messages = ack.messageCount();
        return ended(
                new Outcome.Registered(
                        refresh == null || refresh == 0 ? Registration.USUAL_REFRESH : refresh,
                        Optional.ofNullable(ack.address()),
                        messages == null ? OptionalInt.empty() : OptionalInt.of(messages)));
    }

    private static Step<RegistrantLeg> ended(Outcome outcome) {
        return Step.<RegistrantLeg>to(new Ended(outcome))
                .tell(new RegistrationEvent.Settled(outcome));
    }
}
