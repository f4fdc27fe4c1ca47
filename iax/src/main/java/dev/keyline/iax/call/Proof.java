package dev.keyline.iax.call;

import dev.keyline.iax.auth.Answer;
import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.call.CallLeg.Challenged;
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
        if (ask.encryption() != 0) {
            return Farewell.cannotAnswer("they insist on an encrypted call that we did not offer");
        }
        return switch (here.credentials()
                .answer(offered, Optional.ofNullable(ask.challenge()), here.ring())) {
            case Answer.SignWith sign ->
                    Step.to(new Signing(ask))
                            .tell(asked)
                            .tell(
                                    new CallEvent.Answering(
                                            AuthMethod.RSA, sign.keyName(), sign.fingerprint()))
                            .sign(sign);
            case Answer.Digest(var hex) -> answered(asked, AuthMethod.MD5, new AuthResult.Md5(hex));
            case Answer.Password(var secret) ->
                    answered(asked, AuthMethod.PLAINTEXT, new AuthResult.Password(secret.reveal()));
            case Answer.Cannot(var why) -> Farewell.cannotAnswer(why);
        };
    }

    private static Step answered(CallEvent asked, AuthMethod method, AuthResult result) {
        return Step.to(new Proving())
                .tell(asked)
                .tell(new CallEvent.Answering(method, "", ""))
                .say(new AuthReply(result));
    }

    static Step signed(AuthRequest ask, String base64) {
        return Step.to(new Proving()).say(new AuthReply(new AuthResult.Rsa(base64)));
    }

    /// They answer. A challenge serves one answer: after a wrong one the call is on its way out,
    /// and a right one that follows does not bring it back (it does in Asterisk).
    static Step check(Challenged challenged, AuthReply reply, Circumstances here) {
        var verdict =
                challenged.known()
                        ? challenged
                                .guard()
                                .check(reply.result(), challenged.challenge(), here.ring())
                        : new Verdict.TurnedAway(Verdict.Reason.UNKNOWN_NAME, List.of());
        return switch (verdict) {
            case Verdict.LetIn how ->
                    Step.to(new Offered(true))
                            .tell(
                                    new CallEvent.Arrived(
                                            here.peer(),
                                            challenged.guard().name(),
                                            new CallEvent.Proven(how),
                                            challenged.request()));
            case Verdict.TurnedAway no ->
                    Step.to(new TurningAway())
                            .tell(
                                    new CallEvent.TurnedAway(
                                            here.peer(),
                                            nameOf(challenged),
                                            challenged.request(),
                                            no))
                            .waiting(here.delays().refusal());
        };
    }

    private static String nameOf(Challenged challenged) {
        var name = challenged.request().username();
        return name == null ? "" : name;
    }
}
