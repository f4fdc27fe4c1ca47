package dev.keyline.tools.load;

import dev.keyline.pbx.conf.Setting;

/// One option of a scenario, wherever it was written. The value may hold a secret and is shown by
/// nobody who does not know which option it is.
///
/// @param where the option of the command line, or file, line and name
record Said(String value, String where) {
    static Said option(String name, String value) {
        return new Said(value, "--" + name);
    }

    static Said setting(Setting it) {
        return new Said(it.value(), it.place() + ": " + it.name());
    }

    @Override
    public String toString() {
        return where;
    }
}
