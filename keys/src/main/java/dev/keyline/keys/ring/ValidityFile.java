package dev.keyline.keys.ring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keyline.keys.pem.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// `NAME.validity`, the file beside `NAME.pub` and `NAME.key` that says when they may be used:
///
/// ```
/// not-before = 2026-01-01            # the first moment of that day, UTC
/// not-after  = 2026-12-31            ; the last one; or an instant: 2026-12-31T12:00:00Z
/// ```
///
/// Asterisk takes no notice of files of this suffix, so one directory can serve both.
public final class ValidityFile {
    public static final String SUFFIX = ".validity";

    private enum Bound {
        NOT_BEFORE("not-before"),
        NOT_AFTER("not-after");

        private final String word;

        Bound(String word) {
            this.word = word;
        }
    }

    private final Path path;
    private final Map<Bound, Instant> bounds = new EnumMap<>(Bound.class);

    private ValidityFile(Path path) {
        this.path = path;
    }

    /// The name of the keys a file speaks of; nothing for other files.
    static Optional<String> name(Path path) {
        var file = String.valueOf(path.getFileName());
        return file.endsWith(SUFFIX) && file.length() > SUFFIX.length()
                ? Optional.of(file.substring(0, file.length() - SUFFIX.length()))
                : Optional.empty();
    }

    static Term read(Path path) {
        try (var in = Files.newInputStream(path)) {
            var octets = in.readNBytes(Fault.TooLarge.LIMIT + 1);
            return octets.length > Fault.TooLarge.LIMIT
                    ? malformed(path, 0, "is too large for a validity file")
                    : parse(path, new String(octets, UTF_8));
        } catch (IOException e) {
            return malformed(path, 0, "cannot be read (" + FileReason.of(e) + ")");
        }
    }

    /// @param path for messages only
    static Term parse(Path path, String text) {
        var file = new ValidityFile(path);
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            var objection = file.take(line.split("[#;]", 2)[0].strip());
            if (objection.isPresent()) {
                return malformed(path, number, objection.get());
            }
        }
        return file.bounds.isEmpty()
                ? malformed(path, 0, "has neither a not-before nor a not-after line")
                : file.validity();
    }

    /// The text that [#parse] reads back.
    public static String text(Validity validity) {
        return validity.notBefore().map(start -> line(Bound.NOT_BEFORE, start)).orElse("")
                + validity.notAfter().map(end -> line(Bound.NOT_AFTER, end)).orElse("");
    }

    private static String line(Bound bound, Instant moment) {
        return bound.word + " = " + Validity.seconds(moment) + "\n";
    }

    private Optional<String> take(String line) {
        if (line.isEmpty()) {
            return Optional.empty();
        }
        var parts = line.split("=", 2);
        for (var bound : Bound.values()) {
            if (parts.length == 2 && parts[0].strip().equals(bound.word)) {
                return take(bound, parts[1].strip());
            }
        }
        return Optional.of("is neither 'not-before = DATE' nor 'not-after = DATE'");
    }

    private Optional<String> take(Bound bound, String date) {
        var moment = moment(bound, date);
        if (moment.isEmpty()) {
            return Optional.of(
                    "has no date after "
                            + bound.word
                            + ": write 2026-12-31 or 2026-12-31T12:00:00Z");
        }
        return bounds.put(bound, moment.get()) == null
                ? Optional.empty()
                : Optional.of("says " + bound.word + " a second time");
    }

    private static Optional<Instant> moment(Bound bound, String text) {
        try {
            return Optional.of(text.contains("T") ? Instant.parse(text) : day(bound, text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant day(Bound bound, String text) {
        var day = LocalDate.parse(text);
        return bound == Bound.NOT_BEFORE
                ? day.atStartOfDay().toInstant(ZoneOffset.UTC)
                : day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1);
    }

    private Term validity() {
        var start = Optional.ofNullable(bounds.get(Bound.NOT_BEFORE));
        var end = Optional.ofNullable(bounds.get(Bound.NOT_AFTER));
        return start.isPresent() && end.isPresent() && end.get().isBefore(start.get())
                ? malformed(path, 0, "ends before it begins")
                : new Validity(start, end);
    }

    private static Term malformed(Path path, int line, String what) {
        return new Term.Malformed(new Refusal.BadValidity(path, line, what));
    }
}
