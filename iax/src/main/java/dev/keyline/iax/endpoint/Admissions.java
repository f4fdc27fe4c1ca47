package dev.keyline.iax.endpoint;

import dev.keyline.iax.call.Door;
import java.util.HashMap;
import java.util.Map;

/// How many callers stand in the door: asked who they are, and not yet answered (`maxauthreq`).
final class Admissions {
    private final Limits limits;
    private final Map<String, Integer> pending = new HashMap<>();
    private final Map<CallId, String> waiting = new HashMap<>();
    private int unvalidated;

    Admissions(Limits limits) {
        this.limits = limits;
    }

    boolean isCrowded() {
        return waiting.size() >= limits.unprovenCalls();
    }

    boolean isOpenToUnvalidated() {
        return unvalidated < limits.unvalidatedCalls();
    }

    /// Whether this section has as many unanswered challenges as it may. One that does not exist
    /// has a limit as well, or it would be told from one that does.
    boolean isFull(Door.Admission admission, String username) {
        int most =
                switch (admission) {
                    case Door.Guarded guarded -> guarded.pending();
                    case Door.Stranger stranger -> stranger.pending();
                    case Door.Open _, Door.Shut _ -> 0;
                };
        return most > 0 && pending.getOrDefault(name(admission, username), 0) >= most;
    }

    /// What callers of this kind are counted by: a section, or the name of a stranger, who takes no
    /// place from a section of that name.
    static String name(Door.Admission admission, String username) {
        return admission instanceof Door.Guarded(var guard, _, _)
                ? guard.name()
                : "stranger " + username;
    }

    /// A call was allocated for a caller.
    ///
    /// @param name what is counted: a section, or the name of a registration
    void enter(Dialogue caller, String name) {
        if (!caller.hasToken()) {
            unvalidated++;
        }
        if (caller.isUnproven()) {
            waiting.put(caller.id(), name);
            pending.merge(name, 1, Integer::sum);
        }
    }

    /// The call moved; perhaps its caller has answered.
    void review(Dialogue caller) {
        if (!caller.isUnproven()) {
            leaveDoor(caller);
        }
    }

    /// The call is gone.
    void leave(Dialogue caller) {
        leaveDoor(caller);
        if (!caller.hasToken()) {
            unvalidated--;
        }
    }

    private void leaveDoor(Dialogue caller) {
        var name = waiting.remove(caller.id());
        if (name != null) {
            pending.computeIfPresent(name, (_, count) -> count > 1 ? count - 1 : null);
        }
    }
}
