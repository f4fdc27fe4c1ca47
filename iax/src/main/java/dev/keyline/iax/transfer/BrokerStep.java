package dev.keyline.iax.transfer;

import dev.keyline.iax.message.Message;
import java.util.ArrayList;
import java.util.List;

/// The next state of the middle, and what to do on the way, in order.
public record BrokerStep(BrokerLeg next, List<Act> acts) {
    public BrokerStep {
        acts = List.copyOf(acts);
    }

    /// Something to be carried out when the middle moves.
    public sealed interface Act {
        /// Send a numbered message to one end.
        record Say(BrokerLeg.Side to, Message message) implements Act {}

        /// Leave both calls; they go on without us.
        record Leave() implements Act {}

        /// News for both.
        record Tell(TransferEvent event) implements Act {}
    }

    static BrokerStep to(BrokerLeg next) {
        return new BrokerStep(next, List.of());
    }

    BrokerStep say(BrokerLeg.Side to, Message message) {
        return with(new Act.Say(to, message));
    }

    BrokerStep tell(TransferEvent event) {
        return with(new Act.Tell(event));
    }

    BrokerStep with(Act act) {
        var more = new ArrayList<>(acts);
        more.add(act);
        return new BrokerStep(next, more);
    }
}
