package dev.keyline.pbx.conf;

/// Something odd in a file: where, what, and what to do about it, in one line.
public record Problem(Severity severity, Place place, String text) {
    /// How bad it is.
    public enum Severity {
        /// Worth knowing; nothing is left out.
        NOTICE,
        /// The line is left out, or means something else than it seems to.
        WARNING,
        /// A section or a whole file is left out.
        ERROR
    }

    public static Problem notice(Place place, String text) {
        return new Problem(Severity.NOTICE, place, text);
    }

    public static Problem warning(Place place, String text) {
        return new Problem(Severity.WARNING, place, text);
    }

    public static Problem error(Place place, String text) {
        return new Problem(Severity.ERROR, place, text);
    }

    @Override
    public String toString() {
        return severity + " " + place + ": " + text;
    }
}
