package dev.keyline.iax.call;

import dev.keyline.iax.auth.Answer;
import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.call.CallLeg.Challenged;
import dev.keyline.iax.call.CallLeg.Ended;
import dev.keyline.iax.call.CallLeg.Offered;
import dev.keyline.iax.call.CallLeg.Proving;
import dev.keyline.iax.call.CallLeg.Signing;
import dev.keyline.iax.call.CallLeg.TurningAway;
import dev.keyline.iax.message.AuthReply;
import dev.keyline.iax.message.AuthRequest;
import dev.keyline.iax.message.AuthResult;
import java.util.List;
import java.util.Optional;

/// The arrows of AUTHREQ and AUTHREP, at both ends.
final class Proof {
    private Proof() {}

    /// They ask who we are.
    static Step give(CallLeg waiting, AuthRequest ask, Circumstances here) {
        var offered = AuthMethod.in(ask.methods());
        var asked = new CallEvent.Challenged(offered);
        var objection = Sealing.objection(ask, here);
        if (objection.isPresent()) {
            return objection.get();
        }
        return switch (here.credentials()
                .answer(offered, Optional.ofNullable(ask.challenge()), here.ring())) {
            case Answer.SignWith sign ->
                    Sealing.begin(Step.to(new Signing(ask)), ask, here)
                            .tell(asked)
                            .tell(
                                    new CallEvent.Answering(
                                            AuthMethod.RSA, sign.keyName(), sign.fingerprint()))
                            .sign(sign);
            case Answer.Digest(var hex) ->
                    Sealing.begin(proving(ask), ask, here)
                            .tell(asked)
                            .tell(new CallEvent.Answering(AuthMethod.MD5, "", ""))
                            .say(new AuthReply(new AuthResult.Md5(hex)));
            case Answer.Password(var secret) ->
                    Sealing.begin(proving(ask), ask, here)
                            .tell(asked)
                            .tell(new CallEvent.Answering(AuthMethod.PLAINTEXT, "", ""))
                            .say(new AuthReply(new AuthResult.Password(secret.reveal())));
            case Answer.Cannot(var why) -> Farewell.cannotAnswer(why);
        };
    }

    private static Step proving(AuthRequest ask) {
        return Step.to(new Proving(ask.encryption() != 0));
    }

    static Step signed(AuthRequest ask, String base64) {
        return proving(ask).say(new AuthReply(new AuthResult.Rsa(base64)));
    }

    /// They answer. A challenge serves one answer: after a wrong one the call is on its way out,
    /// and a right one that follows does not bring it back (it does in Asterisk).
    static Step check(Challenged challenged, AuthReply reply, Circumstances here) {
        var foregone = challenged.foregone();
        return switch (foregone.isPresent()
                ? foregone.get().by(AuthMethod.of(reply.result()))
                : challenged.guard().check(reply.result(), challenged.challenge(), here.ring())) {
            case Verdict.LetIn how ->
                    Step.to(new Offered(true))
                            .tell(
                                    new CallEvent.Arrived(
                                            here.peer(),
                                            challenged.guard().name(),
                                            new CallEvent.Proven(how, challenged.encrypted()),
                                            challenged.request()));
            case Verdict.TurnedAway no ->
                    Step.to(new TurningAway())
                            .tell(turnedAway(challenged, no, here))
                            .waiting(here.delays().refusal());
        };
    }

    /// They were asked and said nothing more.
    static Step unanswered(Challenged challenged, Ending why, Circumstances here) {
        return Step.to(new Ended(why))
                .tell(left(challenged, Verdict.Reason.NO_REPLY, "", here))
                .tell(new CallEvent.Ended(why));
    }

    /// They were asked and have been given time enough.
    static Step tooLate(Challenged challenged, Circumstances here) {
        var cause = Cause.FACILITY_NOT_SUBSCRIBED;
        var refused = Farewell.refuse(cause, "No authority found");
        return refused.tellingFirst(left(challenged, Verdict.Reason.NO_REPLY, "", here));
    }

    /// They were asked and hung up. Asterisk does so when it has nothing to show.
    static Step gaveUp(Challenged challenged, Step end, String said, Circumstances here) {
        return end.tellingFirst(left(challenged, Verdict.Reason.GAVE_UP, said, here));
    }

    private static CallEvent left(
            Challenged challenged, Verdict.Reason reason, String said, Circumstances here) {
        var details = said.isEmpty() ? List.<String>of() : List.of("they said \"" + said + "\"");
        var verdict = new Verdict.TurnedAway(reason, details);
        return turnedAway(challenged, verdict, here);
    }

    static CallEvent turnedAway(
            Challenged challenged, Verdict.TurnedAway verdict, Circumstances here) {
        return new CallEvent.TurnedAway(
                here.peer(),
                nameOf(challenged),
                challenged.request(),
                challenged.guard().methods(),
                verdict);
    }

    private static String nameOf(Challenged challenged) {
        var name = challenged.request().username();
        return name == null ? "" : name;
    }
}
