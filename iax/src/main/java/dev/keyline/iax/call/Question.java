package dev.keyline.iax.call;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Challenge;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.call.CallLeg.Challenged;
import dev.keyline.iax.message.AuthRequest;
import dev.keyline.iax.message.New;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What a caller is asked, and whether that settles it already.
///
/// @param foregone why they will be turned away whatever they answer, if so
/// @param encrypted whether the answer is to come encrypted
/// @param rotating whether we change keys then
record Question(
        New request,
        Guard guard,
        Optional<Verdict.TurnedAway> foregone,
        boolean encrypted,
        boolean rotating) {
    /// For a caller who may get in. Without a secret there is nothing to encrypt with, so none is
    /// offered. (Asterisk offers it all the same, and the call goes nowhere.)
    ///
    /// One without encryption is asked for a proof like any other where encryption is forced: he
    /// does not learn why he is refused, as with Asterisk.
    static Question of(New request, Guard guard, Encryption encryption) {
        boolean encrypted = !guard.secrets().isEmpty() && encryption.joins(request, guard);
        var foregone =
                encryption.forced() && !encrypted
                        ? Optional.of(inClear(guard))
                        : Optional.<Verdict.TurnedAway>empty();
        return new Question(request, guard, foregone, encrypted, encryption.rotates(request));
    }

    /// For a caller whom nobody knows.
    static Question pretended(New request, Set<AuthMethod> methods, Encryption encryption) {
        var nobody = new Guard("", methods, List.of(), List.of());
        var verdict = new Verdict.TurnedAway(Verdict.Reason.UNKNOWN_NAME, List.of());
        boolean encrypted = encryption.joins(request, nobody);
        return new Question(request, nobody, Optional.of(verdict), encrypted, false);
    }

    private static Verdict.TurnedAway inClear(Guard guard) {
        var detail =
                guard.secrets().isEmpty()
                        ? List.of("[" + guard.name() + "] has no secret= to encrypt with")
                        : List.<String>of();
        return new Verdict.TurnedAway(Verdict.Reason.NOT_ENCRYPTED, detail);
    }

    /// The question itself goes out in clear; what follows it does not.
    Step ask(Challenge fresh, Circumstances here) {
        boolean plainOnly = guard.methods().equals(Set.of(AuthMethod.PLAINTEXT));
        var name = Objects.requireNonNullElse(request.username(), guard.name());
        var ask =
                new AuthRequest(
                        AuthMethod.mask(guard.methods()),
                        plainOnly ? null : fresh.text(),
                        encrypted ? Encryption.AES : 0,
                        name);
        var step =
                Step.to(new Challenged(request, guard, fresh.text(), foregone, encrypted))
                        .say(ask)
                        .waiting(here.delays().proof());
        return encrypted ? step.seal(fresh.text(), guard.secrets(), rotating) : step;
    }
}
