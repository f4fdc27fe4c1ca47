package dev.keyline.pbx.channel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The variables of one channel. `_NAME` is inherited by channels it calls, `__NAME` by theirs as
/// well; both are read as `NAME`.
public final class Variables {
    private record Held(String value, int reach) {}

    private static final int FOR_EVER = 2;

    private final Map<String, Held> held = new LinkedHashMap<>();

    /// Sets one; an empty value removes it, which the dialplan cannot tell apart.
    public void set(String written, String value) {
        int reach = written.startsWith("__") ? FOR_EVER : written.startsWith("_") ? 1 : 0;
        var name = written.substring(reach);
        if (value.isEmpty()) {
            held.remove(name);
        } else {
            held.put(name, new Held(value, reach));
        }
    }

    public Optional<String> get(String name) {
        var found = held.get(name);
        return found == null ? Optional.empty() : Optional.of(found.value());
    }

    /// All of them, as read, in the order in which they were first set.
    public Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        held.forEach((name, one) -> all.put(name, one.value()));
        return Collections.unmodifiableMap(all);
    }

    /// Gives a called channel what it inherits.
    public void bequeathTo(Variables child) {
        held.forEach(
                (name, one) -> {
                    if (one.reach() > 0) {
                        int left = one.reach() == FOR_EVER ? FOR_EVER : 0;
                        child.held.put(name, new Held(one.value(), left));
                    }
                });
    }
}
