package dev.keyline.iax.registration;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Challenge;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.message.AuthResult;
import dev.keyline.iax.message.FirstMessage;
import dev.keyline.iax.message.RegisterAuth;
import dev.keyline.iax.message.RegisterReject;
import dev.keyline.iax.message.RegisterRelease;
import dev.keyline.iax.message.RegisterRequest;
import dev.keyline.iax.message.Reject;
import dev.keyline.iax.registration.Input.Heard;
import dev.keyline.iax.registration.Input.TimeUp;
import dev.keyline.iax.registration.Input.Unreachable;
import dev.keyline.iax.registration.RegistrarLeg.Challenged;
import dev.keyline.iax.registration.RegistrarLeg.Ended;
import dev.keyline.iax.registration.RegistrarLeg.TurningAway;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The registrar's side of RFC 5456 §6.1, one case per arrow.
///
/// A challenge serves one answer, to the name it was asked of. Asterisk takes a password in the
/// first request; here nothing is believed that does not answer a challenge of ours.
public final class RegistrarFigure {
    private static final int FACILITY_REJECTED = 29;

    private RegistrarFigure() {}

    /// They ask to be noted or forgotten: what the registrar says decides the first step.
    ///
    /// @param request REGREQ or REGREL
    public static Step<RegistrarLeg> answer(
            FirstMessage request,
            Registrar.Admission admission,
            Challenge fresh,
            RegistrarSide here) {
        var name = name(request);
        if (name.isEmpty()) {
            return turnAway(
                    name, Set.of(), refusal(Verdict.Reason.UNKNOWN_NAME, "no name given"), here);
        }
        return switch (admission) {
            case Registrar.Open(_, var terms) -> done(request, terms, Optional.empty(), here);
            case Registrar.Guarded(var guard, var terms) ->
                    challenge(name, guard, true, terms, fresh, here);
            case Registrar.Stranger(var methods, _) ->
                    challenge(
                            name,
                            new Guard("", methods, List.of(), List.of()),
                            false,
                            Terms.of(0, 0),
                            fresh,
                            here);
        };
    }

    private record At(RegistrarLeg leg, Input input) {}

    public static Step<RegistrarLeg> next(RegistrarLeg leg, Input input, RegistrarSide here) {
        return switch (new At(leg, input)) {
            case At(Ended _, _) -> Step.to(leg);
            case At(Challenged c, Heard(RegisterRequest again)) -> check(c, again, here);
            case At(Challenged c, Heard(RegisterRelease again)) -> check(c, again, here);
            case At(Challenged c, TimeUp _) ->
                    unanswered(c, here)
                            .say(new RegisterReject("Registration Refused", FACILITY_REJECTED));
            case At(Challenged c, Heard(Reject _)) -> unanswered(c, here);
            case At(Challenged c, Unreachable _) -> unanswered(c, here);
            case At(TurningAway _, TimeUp _) ->
                    Step.<RegistrarLeg>to(new Ended())
                            .say(new RegisterReject("Registration Refused", FACILITY_REJECTED));
            case At(_, Unreachable _) -> Step.to(new Ended());
            case At(_, TimeUp _) -> Step.to(leg);
            case At(_, var stray) ->
                    Step.to(leg)
                            .with(
                                    new Act.Remark(
                                            stray.kind()
                                                    + " in state "
                                                    + leg.getClass().getSimpleName()));
        };
    }

    private static Step<RegistrarLeg> challenge(
            String name,
            Guard guard,
            boolean known,
            Terms terms,
            Challenge fresh,
            RegistrarSide here) {
        boolean plainOnly = guard.methods().equals(Set.of(AuthMethod.PLAINTEXT));
        var ask =
                new RegisterAuth(
                        AuthMethod.mask(guard.methods()), plainOnly ? null : fresh.text(), name);
        return Step.<RegistrarLeg>to(new Challenged(name, guard, fresh.text(), known, terms))
                .say(ask)
                .waiting(here.proof());
    }

    private static Step<RegistrarLeg> check(
            Challenged asked, FirstMessage again, RegistrarSide here) {
        return switch (verdict(asked, again, here)) {
            case Verdict.LetIn how -> done(again, asked.terms(), Optional.of(how), here);
            case Verdict.TurnedAway no -> turnAway(asked.name(), asked.guard().methods(), no, here);
        };
    }

    private static Verdict verdict(Challenged asked, FirstMessage again, RegistrarSide here) {
        if (!asked.known()) {
            return refusal(Verdict.Reason.UNKNOWN_NAME, "").by(AuthMethod.of(result(again)));
        }
        if (!name(again).equals(asked.name())) {
            return refusal(
                    Verdict.Reason.UNKNOWN_NAME,
                    "asked as '" + asked.name() + "', answered as '" + name(again) + "'");
        }
        return asked.guard().check(result(again), asked.challenge(), here.ring());
    }

    private static Verdict.TurnedAway refusal(Verdict.Reason reason, String detail) {
        return new Verdict.TurnedAway(reason, detail.isEmpty() ? List.of() : List.of(detail));
    }

    private static Step<RegistrarLeg> done(
            FirstMessage request, Terms terms, Optional<Verdict.LetIn> proof, RegistrarSide here) {
        var name = name(request);
        Step<RegistrarLeg> ended = Step.to(new Ended());
        if (request instanceof RegisterRequest(_, int wished, _, _)) {
            return ended.say(terms.noted(name, wished, here.peer()))
                    .tell(
                            new RegistrationEvent.Enrolled(
                                    here.peer(), name, proof, terms.seconds(wished)));
        }
        return ended.say(terms.forgotten(name))
                .tell(new RegistrationEvent.Released(here.peer(), name, proof));
    }

    /// They were asked and said nothing more, or that they have no answer.
    private static Step<RegistrarLeg> unanswered(Challenged asked, RegistrarSide here) {
        return Step.<RegistrarLeg>to(new Ended())
                .tell(
                        new RegistrationEvent.TurnedAway(
                                here.peer(),
                                asked.name(),
                                asked.guard().methods(),
                                refusal(Verdict.Reason.NO_REPLY, "")));
    }

    private static Step<RegistrarLeg> turnAway(
            String name, Set<AuthMethod> required, Verdict.TurnedAway no, RegistrarSide here) {
        return Step.<RegistrarLeg>to(new TurningAway())
                .tell(new RegistrationEvent.TurnedAway(here.peer(), name, required, no))
                .waiting(here.refusal());
    }

    /// Whom a request is about.
    public static String name(FirstMessage request) {
        return switch (request) {
            case RegisterRequest r -> r.username();
            case RegisterRelease r -> r.username();
            default -> "";
        };
    }

    private static AuthResult result(FirstMessage request) {
        return switch (request) {
            case RegisterRequest r -> r.result();
            case RegisterRelease r -> r.result();
            default -> new AuthResult.None();
        };
    }
}
