package dev.keyline.keys.ring;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the validity files of a directory say, by the name of the keys they are for.
record Terms(Path directory, Map<String, Term> byName) {
    Terms {
        byName = Map.copyOf(byName);
    }

    Term of(String name) {
        return byName.getOrDefault(name, Validity.ALWAYS);
    }

    /// Why a key may not be used at a moment, if so.
    Optional<Refusal> objection(KeyId id, Instant moment) {
        return switch (of(id.name())) {
            case Term.Malformed(var why) -> Optional.of(why);
            case Validity validity -> objection(id, validity, moment);
        };
    }

    /// The path is made only for a name that has a file: others may hold what no path can.
    private Optional<Refusal> objection(KeyId id, Validity validity, Instant moment) {
        return switch (validity.at(moment)) {
            case VALID -> Optional.empty();
            case EXPIRED ->
                    validity.notAfter()
                            .map(end -> new Refusal.Expired(path(id), Validity.seconds(end)));
            case NOT_YET_VALID ->
                    validity.notBefore()
                            .map(
                                    start ->
                                            new Refusal.NotYetValid(
                                                    path(id), Validity.seconds(start)));
        };
    }

    private Path path(KeyId id) {
        return directory.resolve(id.fileName());
    }

    /// Where each of these names stands at a moment, if it has a validity file without mistakes.
    SortedMap<String, Validity.Standing> standings(Collection<String> names, Instant moment) {
        var standings = new TreeMap<String, Validity.Standing>();
        for (var name : names) {
            if (byName.get(name) instanceof Validity validity) {
                standings.put(name, validity.at(moment));
            }
        }
        return standings;
    }

    Stream<Refusal> refusals() {
        return byName.values().stream()
                .filter(Term.Malformed.class::isInstance)
                .map(Term.Malformed.class::cast)
                .map(Term.Malformed::why);
    }

    /// What has to be said when the files came to say this instead of what they said before.
    ///
    /// @param name of keys that either has a file for
    Optional<Reload.Change> change(Terms before, String name) {
        if (Objects.equals(byName.get(name), before.byName.get(name))) {
            return Optional.empty();
        }
        return Optional.of(
                switch (of(name)) {
                    case Term.Malformed(var why) -> new Reload.NotLoaded(why);
                    case Validity validity -> new Reload.Limited(name, validity);
                });
    }
}
