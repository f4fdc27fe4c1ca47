package dev.keyline.pbx.doctor;

import dev.keyline.keys.ring.Entry;
import dev.keyline.keys.ring.Fingerprint;
import dev.keyline.keys.ring.KeyType;
import dev.keyline.pbx.conf.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Keys that more people have than should. A signature covers the challenge and nothing else, so
/// one pair for each relation is the rule: whoever holds a key is everybody whom it lets in.
final class KeySharingCheck implements Check {
    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        shared(chart, KeyType.PUBLIC, report);
        shared(chart, KeyType.PRIVATE, report);
        var seen = new LinkedHashSet<Fingerprint>();
        for (var use : chart.uses()) {
            if (use.type() == KeyType.PUBLIC) {
                fingerprint(chart, use)
                        .filter(seen::add)
                        .ifPresent(p -> ours(chart, use, p, report));
            }
        }
    }

    private static Optional<Fingerprint> fingerprint(Chart chart, KeyUse use) {
        return chart.ring().entries().stream()
                .filter(entry -> entry.name().equals(use.key()))
                .filter(entry -> entry.file().id().type() == use.type())
                .flatMap(entry -> entry.fingerprint().stream())
                .findFirst();
    }

    private static void shared(Chart chart, KeyType type, Consumer<Finding> report) {
        Map<Fingerprint, List<KeyUse>> uses = new LinkedHashMap<>();
        for (var use : chart.uses()) {
            if (use.type() == type && !use.spot().sections().isEmpty()) {
                fingerprint(chart, use)
                        .ifPresent(
                                print ->
                                        uses.computeIfAbsent(print, _ -> new ArrayList<>())
                                                .add(use));
            }
        }
        for (var same : uses.values()) {
            var sections =
                    same.stream()
                            .flatMap(use -> use.spot().sections().stream())
                            .distinct()
                            .toList();
            if (sections.size() > 1) {
                report.accept(shared(same, sections));
            }
        }
    }

    private static Finding shared(List<KeyUse> uses, List<String> sections) {
        var last = uses.getLast();
        var all = String.join(", ", sections);
        var spot = new Spot(last.spot().place(), last.spot().option(), sections);
        return last.type() == KeyType.PUBLIC
                ? Ailment.KEY_SHARED_BY_CALLERS.at(
                        spot,
                        "key '" + last.key() + "' lets in all of " + all,
                        "calls from one of them can come in under the name of another",
                        "let each make a pair of its own, with keyline astgenkey")
                : Ailment.OUTKEY_SHARED.at(
                        spot,
                        "key '" + last.key() + "' signs for all of " + all,
                        "calls go on; one of them could have us sign the challenge of another",
                        "use a pair for each of them");
    }

    /// The private half of a key that others show us.
    private static void ours(Chart chart, KeyUse use, Fingerprint print, Consumer<Finding> report) {
        for (var entry : chart.ring().entries()) {
            boolean same =
                    entry.fingerprint().map(print::equals).orElse(entry.name().equals(use.key()));
            if (same && entry.file().id().type() == KeyType.PRIVATE) {
                report.accept(found(chart, use, entry));
            }
        }
    }

    private static Finding found(Chart chart, KeyUse use, Entry entry) {
        var spot =
                new Spot(
                        new Place(String.valueOf(entry.file().path()), 0),
                        entry.name(),
                        use.spot().sections());
        var who = String.join(", ", use.spot().sections());
        boolean signs =
                chart.uses().stream()
                        .anyMatch(
                                other ->
                                        other.type() == KeyType.PRIVATE
                                                && other.key().equals(entry.name()));
        return signs
                ? Ailment.KEY_USED_BOTH_WAYS.at(
                        spot,
                        "this key signs for us, and lets '" + who + "' in",
                        "whoever has the files of one side can place calls as the other",
                        "use a pair for each direction: each side makes its own and gives the .pub")
                : Ailment.CALLERS_PRIVATE_KEY_HERE.at(
                        spot,
                        "this is the private key that '" + who + "' signs with",
                        "whoever can read this machine's files can call as '" + who + "'",
                        "take it away from here; only the .pub belongs on the machine that is"
                                + " called");
    }
}
