package dev.keyline.keys.genkey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.keyline.keys.ring.Entry;
import dev.keyline.keys.ring.FileReason;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.keys.ring.KeyType;
import dev.keyline.keys.ring.Refusal;
import dev.keyline.keys.ring.Term;
import dev.keyline.keys.ring.Validity;
import dev.keyline.keys.ring.ValidityFile;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/// Gives a key pair a successor, and an end to the old one. Between the two moments both work, so
/// that the two sides can change over one after the other.
///
/// @param ring the directory, as it is
/// @param old the name of a key whose private half is there
public record Rotation(KeyRing ring, String old) {
    private static final Pattern YEAR = Pattern.compile("-[0-9]{4}[a-z]\\z");

    /// What became of it.
    public sealed interface Outcome {
        /// Both pairs are usable.
        ///
        /// @param end the last moment of the old one
        record Done(Generated.Written successor, Instant end) implements Outcome {}

        /// Something stands in the way.
        ///
        /// @param why what it is; if a successor was made all the same, it says so
        record Refused(Obstacle why) implements Outcome {}
    }

    /// A name for the successor: `east-2026a`, or the next letter that nobody has.
    public String successor(Instant now) {
        var stem = YEAR.matcher(old).replaceAll("");
        int year = now.atZone(ZoneOffset.UTC).getYear();
        for (char letter = 'a'; letter < 'z'; letter++) {
            var name = stem + "-" + year + letter;
            if (isFree(name)) {
                return name;
            }
        }
        return stem + "-" + year + "z";
    }

    private boolean isFree(String name) {
        return !name.equals(old)
                && !Files.exists(ring.directory().resolve(name + KeyType.PUBLIC.suffix()))
                && !Files.exists(ring.directory().resolve(name + KeyType.PRIVATE.suffix()));
    }

    /// What stands in the way before anything is done.
    public Optional<Obstacle> obstacle() {
        if (ring.term(old) instanceof Term.Malformed(var why)) {
            return Optional.of(new Obstacle.NotRotated(why));
        }
        return entry().isPresent()
                ? Optional.empty()
                : Optional.of(new Obstacle.NotRotated(ring.absence(old, KeyType.PRIVATE)));
    }

    private Optional<Entry> entry() {
        return ring.entries().stream()
                .filter(entry -> entry.name().equals(old))
                .filter(entry -> entry.file().id().type() == KeyType.PRIVATE)
                .findFirst();
    }

    /// Makes the successor, then sets the end of the old pair. An end that is set already and comes
    /// sooner stays.
    ///
    /// @param wish the successor, in the same directory
    /// @param window how long the old pair goes on working
    public Outcome rotate(NewKeyPair wish, Instant now, Duration window, SecureRandom chance) {
        var obstacle = obstacle();
        if (obstacle.isPresent()) {
            return new Outcome.Refused(obstacle.get());
        }
        return switch (KeyPairFiles.generate(wish, chance)) {
            case Generated.Refused(var why) -> new Outcome.Refused(why);
            case Generated.Written written -> end(written, now.plus(window));
            case Generated.PublicWritten _ ->
                    throw new IllegalStateException("a generated pair has both halves");
        };
    }

    private Outcome end(Generated.Written successor, Instant wanted) {
        var before = ring.term(old) instanceof Validity known ? known : Validity.ALWAYS;
        var whole = wanted.truncatedTo(ChronoUnit.SECONDS);
        var end = before.notAfter().filter(whole::isAfter).orElse(whole);
        var file = ring.directory().resolve(old + ValidityFile.SUFFIX);
        var text = ValidityFile.text(new Validity(before.notBefore(), Optional.of(end)));
        try (var fresh = NewFile.write(file, text.getBytes(US_ASCII), NewFile.READABLE)) {
            fresh.publish(true);
        } catch (IOException e) {
            var why = "cannot be written (" + FileReason.of(e) + "), the successor is in place";
            return new Outcome.Refused(
                    new Obstacle.NotRotated(new Refusal.BadValidity(file, 0, why)));
        }
        return new Outcome.Done(successor, end);
    }
}
