package dev.keyline.iax.endpoint;

import dev.keyline.iax.wire.PeerAddress;
import java.util.Optional;

/// Counts what peers do wrong, and says it at most once a second for each address: whoever sends
/// garbage shall not fill our logs with it.
final class Complaints {
    private final Counters counters;
    private final Ration ration = new Ration(20, 1);

    Complaints(Counters counters) {
        this.counters = counters;
    }

    Optional<Output.Notice> about(PeerAddress from, Oddity what, String words, long now) {
        counters.count(what);
        if (!ration.allows(from.ip(), now)) {
            return Optional.empty();
        }
        return Optional.of(
                new Output.Notice(
                        from, what, words.isEmpty() ? what.words() : what.words() + ": " + words));
    }
}
