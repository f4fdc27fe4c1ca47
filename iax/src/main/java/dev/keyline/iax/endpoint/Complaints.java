package dev.keyline.iax.endpoint;

import dev.keyline.iax.wire.PeerAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Counts what peers do wrong, and says it at most once a second for each address: whoever sends
/// garbage shall not fill our logs with it. What was left unsaid is counted in the next line of its
/// kind.
final class Complaints {
    private final Counters counters;
    private final Ration ration;
    private final Map<Oddity, Integer> unsaid = new EnumMap<>(Oddity.class);

    Complaints(Counters counters, int perSecond) {
        this.counters = counters;
        this.ration = new Ration(perSecond, 1);
    }

    Optional<Output.Notice> about(PeerAddress from, Oddity what, String words, long now) {
        counters.count(what);
        if (!ration.allows(from.ip(), now)) {
            unsaid.merge(what, 1, Integer::sum);
            return Optional.empty();
        }
        return Optional.of(new Output.Notice(from, what, text(what, words) + others(what)));
    }

    private static String text(Oddity what, String words) {
        return words.isEmpty() ? what.words() : what.words() + ": " + words;
    }

    private String others(Oddity what) {
        var count = unsaid.remove(what);
        return count == null ? "" : " (" + count + " others of this kind were not said)";
    }
}
