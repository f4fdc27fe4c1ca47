package dev.keyline.iax.call;

import dev.keyline.iax.auth.Answer;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.wire.Bytes;
import java.util.ArrayList;
import java.util.List;

/// The next state of a call, and what to do on the way, in order.
public record Step(CallLeg next, List<Act> acts) {
    public Step {
        acts = List.copyOf(acts);
    }

    static Step to(CallLeg next) {
        return new Step(next, List.of());
    }

    Step say(Message message) {
        return with(new Act.Say(message));
    }

    Step tell(CallEvent event) {
        return with(new Act.Tell(event));
    }

    /// The same, with news before everything else.
    Step tellingFirst(CallEvent event) {
        var more = new ArrayList<Act>();
        more.add(new Act.Tell(event));
        more.addAll(acts);
        return new Step(next, more);
    }

    Step sign(Answer.SignWith what) {
        return with(new Act.Sign(what));
    }

    Step seal(Bytes challenge, List<Secret> secrets, boolean rotating) {
        return with(new Act.Seal(challenge, secrets, rotating));
    }

    Step unseal() {
        return with(new Act.Unseal());
    }

    Step waiting(long nanos) {
        return with(new Act.Wait(nanos));
    }

    Step remark(String what) {
        return with(new Act.Remark(what));
    }

    private Step with(Act act) {
        var more = new ArrayList<>(acts);
        more.add(act);
        return new Step(next, more);
    }
}
