package dev.keyline.iax.registration;

import dev.keyline.iax.message.Message;
import java.util.ArrayList;
import java.util.List;

/// The next state of a registration dialogue, and what to do on the way, in order.
///
/// @param <S> the states of one side
public record Step<S>(S next, List<Act> acts) {
    public Step {
        acts = List.copyOf(acts);
    }

    static <S> Step<S> to(S next) {
        return new Step<>(next, List.of());
    }

    Step<S> say(Message message) {
        return with(new Act.Say(message));
    }

    Step<S> tell(RegistrationEvent event) {
        return with(new Act.Tell(event));
    }

    Step<S> waiting(long nanos) {
        return with(new Act.Wait(nanos));
    }

    Step<S> with(Act act) {
        var more = new ArrayList<>(acts);
        more.add(act);
        return new Step<>(next, more);
    }
}
