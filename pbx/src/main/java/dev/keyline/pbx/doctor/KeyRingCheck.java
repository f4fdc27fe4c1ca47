package dev.keyline.pbx.doctor;

import dev.keyline.keys.ring.Entry;
import dev.keyline.keys.ring.Fingerprint;
import dev.keyline.keys.ring.KeyType;
import dev.keyline.keys.ring.Refusal;
import dev.keyline.pbx.conf.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The key directory itself: whether it is there, halves that do not match, old keys, and files
/// that are no keys though nothing names them.
final class KeyRingCheck implements Check {
    private static final Duration YEAR = Duration.ofDays(365);

    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        for (var refusal : chart.ring().refusals()) {
            refused(chart, refusal).ifPresent(report);
        }
        for (var entry : chart.ring().entries()) {
            if (isUsed(chart, entry.name())) {
                mismatch(chart, entry).ifPresent(report);
                age(chart, entry).ifPresent(report);
            }
        }
    }

    private static boolean isUsed(Chart chart, String name) {
        return chart.uses().stream().anyMatch(use -> use.key().equals(name));
    }

    private static List<String> sections(Chart chart, String name) {
        return chart.uses().stream()
                .filter(use -> use.key().equals(name))
                .flatMap(use -> use.spot().sections().stream())
                .distinct()
                .toList();
    }

    private static Optional<Finding> refused(Chart chart, Refusal why) {
        if (why instanceof Refusal.NoDirectory) {
            return Optional.of(
                    Ailment.KEY_DIRECTORY_UNREADABLE.at(
                            Spot.file(String.valueOf(chart.ring().directory())),
                            KeyWords.what(why),
                            "every call that needs a key will be refused",
                            KeyWords.cure(why, "")));
        }
        var file = file(why);
        var name = file.replaceAll("^.*/|\\.(pub|key|validity)$", "");
        boolean used =
                chart.uses().stream()
                        .anyMatch(
                                use ->
                                        file.endsWith("/" + use.fileName())
                                                || (file.endsWith(".validity")
                                                        && use.key().equals(name)));
        return used
                ? Optional.empty()
                : Optional.of(
                        Ailment.KEY_UNUSED_UNUSABLE.at(
                                Spot.file(file),
                                KeyWords.what(why),
                                "no call needs it so far",
                                KeyWords.cure(why, file)));
    }

    private static String file(Refusal why) {
        return String.valueOf(
                switch (why) {
                    case Refusal.BadMode it -> it.file();
                    case Refusal.NotRegular it -> it.file();
                    case Refusal.Unreadable it -> it.file();
                    case Refusal.PathTooLong it -> it.file();
                    case Refusal.BadName it -> it.file();
                    case Refusal.BadContent it -> it.file();
                    case Refusal.Expired it -> it.file();
                    case Refusal.NotYetValid it -> it.file();
                    case Refusal.BadValidity it -> it.file();
                    case Refusal.NoFile it -> it.directory();
                    case Refusal.NoDirectory it -> it.directory();
                });
    }

    private static Optional<Finding> mismatch(Chart chart, Entry entry) {
        if (!(entry instanceof Entry.Public half)) {
            return Optional.empty();
        }
        return privateHalf(chart, half.name())
                .filter(print -> !print.equals(Fingerprint.of(half.key())))
                .map(
                        _ ->
                                Ailment.KEY_HALVES_MISMATCHED.at(
                                        spot(chart, entry),
                                        half.name()
                                                + ".pub is not the other half of "
                                                + half.name()
                                                + ".key: one of them is from another pair",
                                        "whoever signs with one will be refused where the other is"
                                                + " checked",
                                        "compare with keyline keys fingerprint on both sides, and"
                                                + " copy the right file"));
    }

    private static Optional<Fingerprint> privateHalf(Chart chart, String name) {
        return chart.ring().entries().stream()
                .filter(other -> other.name().equals(name))
                .filter(other -> other.file().id().type() == KeyType.PRIVATE)
                .flatMap(other -> other.fingerprint().stream())
                .findFirst();
    }

    private static Optional<Finding> age(Chart chart, Entry entry) {
        var written =
                Optional.ofNullable(chart.around().written().get(entry.file().id().fileName()));
        return written.filter(when -> when.isBefore(chart.around().now().minus(YEAR)))
                .map(
                        when ->
                                Ailment.KEY_OLD.at(
                                        spot(chart, entry),
                                        "key '" + entry.name() + "' was written " + day(when),
                                        "calls go on; 1024 bits are few for a key that stays for years",
                                        "make a successor with keyline keys rotate, once a year"));
    }

    private static String day(Instant when) {
        return when.toString().substring(0, 10);
    }

    private static Spot spot(Chart chart, Entry entry) {
        return new Spot(
                new Place(String.valueOf(entry.file().path()), 0),
                entry.name(),
                sections(chart, entry.name()));
    }
}
