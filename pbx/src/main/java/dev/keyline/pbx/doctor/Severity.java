package dev.keyline.pbx.doctor;

/// How bad a finding is, the worst first.
public enum Severity {
    /// A call or a registration will not come about.
    FAILS("will fail"),
    /// Somebody can get in who should not, here or in an Asterisk with the same files.
    DOOR("opens a door"),
    /// It works, and not as well as whoever wrote it thinks.
    WEAK("weak"),
    /// Worth knowing; nothing need be done.
    NOTE("note");

    private final String words;

    Severity(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// Whether a script should stop at it.
    public boolean isBad() {
        return this == FAILS || this == DOOR;
    }
}
