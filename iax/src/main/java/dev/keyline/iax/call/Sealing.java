package dev.keyline.iax.call;

import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.call.CallLeg.Challenged;
import dev.keyline.iax.call.CallLeg.Ended;
import dev.keyline.iax.call.CallLeg.TurningAway;
import dev.keyline.iax.message.AuthRequest;
import dev.keyline.iax.message.Hangup;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The arrows of encryption: where a call stops because it would not be encrypted, or because
/// nobody can read it.
final class Sealing {
    private static final Cause CAUSE = Cause.BEARER_NOT_AVAILABLE;

    private Sealing() {}

    /// Why no call of ours may begin like this, if so. Asterisk also fails with cause 58 and sends
    /// nothing.
    static Optional<Ending> objection(Destination callee) {
        return callee.encryption().forced() && callee.credentials().secret().isEmpty()
                ? Optional.of(
                        new Ending.Broken(
                                CAUSE.code(),
                                "forceencryption=yes needs a secret= beside the key: the encryption"
                                        + " is made from it"))
                : Optional.empty();
    }

    /// The arrow to take instead of answering their question, if it cannot be answered as to
    /// encryption.
    static Optional<Step> objection(AuthRequest ask, Circumstances here) {
        if ((ask.encryption() & Encryption.AES) != 0) {
            return cannot(ask, here).map(Farewell::cannotAnswer);
        }
        if (ask.encryption() != 0) {
            return Optional.of(
                    Farewell.cannotAnswer(
                            "they insist on a kind of encryption that is not AES-128"));
        }
        return here.encryption().forced() ? Optional.of(inClear()) : Optional.empty();
    }

    private static Optional<String> cannot(AuthRequest ask, Circumstances here) {
        if (here.credentials().secret().isEmpty()) {
            return Optional.of(
                    "they want the call encrypted, and the secret that the encryption is made from"
                            + " is missing: write secret= in the peer section, or user:[key]:secret"
                            + " in the dial string");
        }
        var challenge = ask.challenge();
        return challenge == null || challenge.isEmpty()
                ? Optional.of(
                        "they want the call encrypted and sent no challenge to make a key from")
                : Optional.empty();
    }

    private static Step inClear() {
        var why =
                new Ending.Broken(
                        CAUSE.code(), "they would not encrypt the call, and forceencryption=yes");
        return Step.to(new Ended(why))
                .say(new Hangup("", CAUSE.code()))
                .tell(new CallEvent.Ended(why));
    }

    /// They ask for a proof, and encrypted calls begin with the answer.
    static Step begin(Step step, AuthRequest ask, Circumstances here) {
        return ask.encryption() == 0
                ? step
                : step.seal(
                        Objects.requireNonNull(ask.challenge()),
                        here.credentials().secret().stream().toList(),
                        false);
    }

    /// What the caller sent after the challenge is noise, again and again. He cannot read us
    /// either, so the refusal goes out in clear.
    static Step unreadable(Challenged challenged, Circumstances here) {
        var unreadable = new Verdict.TurnedAway(Verdict.Reason.UNREADABLE, List.of());
        return Step.to(new TurningAway())
                .unseal()
                .tell(Proof.turnedAway(challenged, challenged.foregone().orElse(unreadable), here))
                .waiting(here.delays().refusal());
    }

    /// What they send after our answer is noise, again and again. The proof may have been a good
    /// one; they cannot see it.
    static Step unreadable() {
        var why =
                new Ending.Broken(
                        CAUSE.code(),
                        "nothing they send since we answered their challenge can be deciphered:"
                                + " secret= differs at the two ends (the RSA key takes no part in"
                                + " the encryption)");
        return Step.to(new Ended(why))
                .unseal()
                .say(new Hangup("", CAUSE.code()))
                .tell(new CallEvent.Ended(why));
    }
}
