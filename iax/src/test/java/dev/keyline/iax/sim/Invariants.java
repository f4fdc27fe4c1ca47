package dev.keyline.iax.sim;

import dev.keyline.iax.call.CallEvent;
import java.util.List;

/// Small invariants that scenes share; larger ones are classes of their own.
final class Invariants {
    private Invariants() {}

    /// What is delivered is delivered once: no party sees more calls end than begin.
    static Invariant endsHaveBeginnings(Actor... actors) {
        return _ -> {
            for (var actor : actors) {
                int ends = actor.heard(CallEvent.Ended.class).size();
                int begins = actor.heard(CallEvent.Arrived.class).size() + actor.placed();
                if (ends > begins) {
                    return actor.address() + ": " + ends + " calls ended, " + begins + " began";
                }
            }
            return "";
        };
    }

    /// Everything is heard in order, without gap and twin, and in the call it was said in.
    static Invariant everyoneHearsTheirOwn(List<Talker> talkers) {
        return _ -> {
            for (var talker : talkers) {
                if (!talker.complaint().isEmpty()) {
                    return talker.complaint();
                }
            }
            return "";
        };
    }

    /// Calls stay under a limit, even when strangers knock.
    static Invariant callsStayUnder(int most, List<Talker> talkers) {
        return _ -> {
            for (var talker : talkers) {
                if (talker.endpoint().liveCalls() > most) {
                    return talker.address() + " holds " + talker.endpoint().liveCalls() + " calls";
                }
            }
            return "";
        };
    }
}
