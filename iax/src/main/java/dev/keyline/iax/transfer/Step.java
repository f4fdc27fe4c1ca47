package dev.keyline.iax.transfer;

import dev.keyline.iax.message.Message;
import java.util.ArrayList;
import java.util.List;

/// The next state of an end, and what to do on the way, in order.
public record Step(PartyLeg next, List<Act> acts) {
    public Step {
        acts = List.copyOf(acts);
    }

    static Step to(PartyLeg next) {
        return new Step(next, List.of());
    }

    Step say(Message message) {
        return with(new Act.Say(message));
    }

    Step tell(TransferEvent event) {
        return with(new Act.Tell(event));
    }

    Step with(Act act) {
        var more = new ArrayList<>(acts);
        more.add(act);
        return new Step(next, more);
    }
}
