package dev.keyline.iax.sim;

import dev.keyline.iax.call.CallEvent;

/// Invariants that scenes share.
final class Invariants {
    private Invariants() {}

    /// What is delivered is delivered once: no party is told twice that a call was answered,
    /// accepted or ended.
    static Invariant quietNumbers(Actor... actors) {
        return net -> {
            for (var actor : actors) {
                int ends = actor.heard(CallEvent.Ended.class).size();
                int begins = actor.heard(CallEvent.Arrived.class).size() + actor.placed();
                if (ends > begins) {
                    return actor.address()
                            + " has seen "
                            + ends
                            + " calls end and "
                            + begins
                            + " begin";
                }
            }
            return "";
        };
    }
}
