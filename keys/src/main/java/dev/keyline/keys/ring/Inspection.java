package dev.keyline.keys.ring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks a key directory through, file by file.
///
/// @param findings in the order of [KeyRing#entries()], then what cannot be used, then the rest
public record Inspection(List<Finding> findings) {
    private static final Duration SOON = Duration.ofDays(30);

    public Inspection {
        findings = List.copyOf(findings);
    }

    /// Whether every key works, or will once it has its passphrase.
    public boolean isFine() {
        return findings.stream().allMatch(finding -> finding.state().isFine());
    }

    /// Looks at every file.
    ///
    /// @param now decides what has expired
    public static Inspection of(KeyRing ring, Instant now) {
        var inspector = new Inspector(ring, now, halves(ring));
        var findings = new ArrayList<Finding>();
        ring.entries().forEach(entry -> findings.add(inspector.entry(entry)));
        ring.slots().values().stream()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .forEach(refused -> findings.add(unusable(refused.file().path(), refused.why())));
        ring.trouble().ifPresent(why -> findings.add(unusable(ring.directory(), why)));
        ring.terms()
                .refusals()
                .forEach(why -> findings.add(unusable(((Refusal.BadValidity) why).file(), why)));
        findings.addAll(others(ring, findings));
        return new Inspection(findings);
    }

    private static Map<String, Set<Fingerprint>> halves(KeyRing ring) {
        return ring.entries().stream()
                .filter(entry -> entry.fingerprint().isPresent())
                .collect(
                        Collectors.groupingBy(
                                Entry::name,
                                Collectors.mapping(
                                        entry -> entry.fingerprint().orElseThrow(),
                                        Collectors.toSet())));
    }

    private static Finding unusable(Path file, Refusal why) {
        return new Finding(file, Finding.State.UNUSABLE, why.message(), Optional.empty());
    }

    private static List<Finding> others(KeyRing ring, List<Finding> known) {
        var seen = new HashSet<Path>();
        known.forEach(finding -> seen.add(finding.file()));
        try (Stream<Path> files = Files.list(ring.directory())) {
            return files.filter(file -> !seen.contains(file))
                    .filter(file -> ValidityFile.name(file).isEmpty())
                    .sorted()
                    .map(Inspection::other)
                    .toList();
        } catch (IOException _) {
            return List.of(); // the ring has said so
        }
    }

    private static Finding other(Path file) {
        var words = "is no key by its name: those are NAME.pub and NAME.key, in small letters";
        return new Finding(file, Finding.State.IGNORED, words, Optional.empty());
    }

    private record Inspector(KeyRing ring, Instant now, Map<String, Set<Fingerprint>> halves) {
        Finding entry(Entry entry) {
            var id = entry.file().id();
            if (halves.getOrDefault(id.name(), Set.of()).size() > 1) {
                return found(
                        entry,
                        Finding.State.MISMATCHED,
                        "is not the other half of "
                                + id.otherHalf().fileName()
                                + ": one of them is from another pair");
            }
            return ring.terms()
                    .objection(id, now)
                    .map(why -> found(entry, state(why), why.message()))
                    .orElseGet(() -> usable(entry));
        }

        private static Finding.State state(Refusal why) {
            return switch (why) {
                case Refusal.Expired _ -> Finding.State.EXPIRED;
                case Refusal.NotYetValid _ -> Finding.State.NOT_YET_VALID;
                default -> Finding.State.UNUSABLE;
            };
        }

        private Finding usable(Entry entry) {
            return switch (entry) {
                case Entry.Public(_, _, var key, _) ->
                        found(
                                entry,
                                Finding.State.WORKS,
                                "public key, "
                                        + key.getModulus().bitLength()
                                        + " bits"
                                        + end(entry));
                case Entry.Private(_, _, var key, _) ->
                        found(
                                entry,
                                Finding.State.WORKS,
                                "private key, "
                                        + key.getModulus().bitLength()
                                        + " bits"
                                        + end(entry));
                case Entry.Locked(_, _, var content) ->
                        found(
                                entry,
                                Finding.State.LOCKED,
                                "private key, needs its passphrase ("
                                        + content.protection()
                                        + ")"
                                        + end(entry));
            };
        }

        private String end(Entry entry) {
            return ring.term(entry.name()) instanceof Validity validity
                    ? validity.notAfter().map(this::end).orElse("")
                    : "";
        }

        private String end(Instant end) {
            var when = ", valid to " + Validity.seconds(end);
            var isSoon = end.isBefore(now.plus(SOON));
            return isSoon
                    ? when + " (" + Duration.between(now, end).toDays() + " days left)"
                    : when;
        }

        private static Finding found(Entry entry, Finding.State state, String words) {
            return new Finding(entry.file().path(), state, words, entry.fingerprint());
        }
    }
}
