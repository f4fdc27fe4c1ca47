package dev.keyline.pbx.exchange;

import dev.keyline.pbx.dialplan.Substitution;
import dev.keyline.pbx.dialplan.Variables;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The global variables: those of `[globals]`, and those that calls set.
public final class Globals implements Variables {
    /// How often one may lead to another; those that lead in a circle are left where they are then.
    private static final int LONGEST_CHAIN = 5;

    private final Map<String, String> values = new HashMap<>();

    Globals() {}

    /// Takes what `[globals]` says. What calls have set otherwise stays, as with Asterisk's
    /// `clearglobalvars=no`.
    void load(Map<String, String> written) {
        values.putAll(written);
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            for (var name : written.keySet()) {
                values.put(name, Substitution.apply(value(name), this));
            }
        }
    }

    @Override
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /// No function is known where there is no channel.
    @Override
    public String call(String function, String arguments) {
        return "";
    }

    public void set(String name, String value) {
        values.put(name, value);
    }

    /// All of them, by name.
    public SortedMap<String, String> all() {
        return new TreeMap<>(values);
    }
}
