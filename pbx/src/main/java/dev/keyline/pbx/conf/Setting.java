package dev.keyline.pbx.conf;

/// One `name = value` line (or `name => value`, which means the same to whoever reads it).
///
/// The value is not shown by `toString`, because it may be a secret.
public record Setting(String name, String value, Place place) {
    /// Whether this is the option of that name; option names are compared without regard to case.
    public boolean is(String option) {
        return name.equalsIgnoreCase(option);
    }

    Setting appended(String more) {
        return new Setting(name, value + more, place);
    }

    @Override
    public String toString() {
        return name + " (" + place + ")";
    }
}
