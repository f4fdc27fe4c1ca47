package dev.keyline.iax.sim;

import dev.keyline.iax.endpoint.CallId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The pairs of calls that a party of a random scene has joined.
final class Relays {
    private final Map<CallId, CallId> others = new HashMap<>();
    private Optional<Pair> last = Optional.empty();

    /// @param near the call that came
    /// @param far the call that was placed for it
    record Pair(CallId near, CallId far) {}

    void join(CallId near, CallId far) {
        others.put(near, far);
        others.put(far, near);
        last = Optional.of(new Pair(near, far));
    }

    boolean has(CallId call) {
        return others.containsKey(call);
    }

    Optional<CallId> other(CallId call) {
        return Optional.ofNullable(others.get(call));
    }

    /// The pair that was joined last, perhaps long over.
    Optional<Pair> last() {
        return last;
    }

    void clear() {
        others.clear();
        last = Optional.empty();
    }
}
