package dev.keyline.iax.call;

import dev.keyline.iax.auth.Challenge;
import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.call.CallLeg.Ended;
import dev.keyline.iax.call.CallLeg.Offered;
import dev.keyline.iax.call.CallLeg.TurningAway;
import dev.keyline.iax.call.CallLeg.Waiting;
import dev.keyline.iax.message.New;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// How a call begins, at both ends.
public final class Greeting {
    private Greeting() {}

    /// We call.
    public static Step dial(Destination callee) {
        var objection = Sealing.objection(callee);
        if (objection.isPresent()) {
            return Step.to(new Ended(objection.get())).tell(new CallEvent.Ended(objection.get()));
        }
        return Step.to(new Waiting()).say(callee.request());
    }

    /// They call: what the door says decides the first step.
    public static Step answer(
            New request, Door.Admission admission, Challenge fresh, Circumstances here) {
        return switch (admission) {
            case Door.Open(var name) ->
                    Step.to(new Offered(here.handshaken()))
                            .tell(
                                    new CallEvent.Arrived(
                                            here.peer(), name, new CallEvent.Unasked(), request));
            case Door.Guarded(var guard, _, var encryption) ->
                    Question.of(request, guard, encryption).ask(fresh, here);
            case Door.Stranger(var methods, _, var encryption, _) ->
                    Question.pretended(request, methods, encryption).ask(fresh, here);
            case Door.Shut(var why) -> turnAway(request, why, here);
        };
    }

    /// They call at a bad moment.
    public static Step refuse(Cause cause, String text) {
        return Farewell.refuse(cause, text);
    }

    private static Step turnAway(New request, String why, Circumstances here) {
        var verdict = new Verdict.TurnedAway(Verdict.Reason.UNKNOWN_NAME, List.of(why));
        var name = Objects.requireNonNullElse(request.username(), "");
        return Step.to(new TurningAway())
                .tell(new CallEvent.TurnedAway(here.peer(), name, request, Set.of(), verdict))
                .waiting(here.delays().refusal());
    }
}
