package dev.keyline.keys.ring;

import java.time.Instant;
import java.util.Optional;

/// The time in which a key may be used; both ends belong to it, and a missing end is open.
public record Validity(Optional<Instant> notBefore, Optional<Instant> notAfter) implements Term {
    /// That of a key without a validity file.
    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

    /// Where a moment lies.
    public enum Standing {
        NOT_YET_VALID,
        VALID,
        EXPIRED
    }

    public Standing at(Instant moment) {
        if (notBefore.filter(moment::isBefore).isPresent()) {
            return Standing.NOT_YET_VALID;
        }
        return notAfter.filter(moment::isAfter).isPresent() ? Standing.EXPIRED : Standing.VALID;
    }

    /// Such as `from 2026-01-01T00:00:00Z to 2026-12-31T23:59:59Z`, or `without limit`.
    @Override
    public String toString() {
        var from = notBefore.map(start -> "from " + seconds(start));
        var to = notAfter.map(end -> "to " + seconds(end));
        return from.isEmpty() && to.isEmpty()
                ? "without limit"
                : (from.orElse("") + " " + to.orElse("")).strip();
    }

    static Instant seconds(Instant moment) {
        return Instant.ofEpochSecond(moment.getEpochSecond());
    }
}
