package dev.keyline.iax.sim;

import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Nothing is repeated when the peer should have been given up, unless time stood still meanwhile.
final class PatienceEnds implements Wire.Rule {
    private static final long PATIENCE = 33_000_000_000L;

    private final List<Talker> talkers;
    private final Map<Sent, Long> first = new HashMap<>();

    private record Sent(PeerAddress from, PeerAddress to, int numbers, int counters, int stamp) {}

    PatienceEnds(List<Talker> talkers) {
        this.talkers = talkers;
    }

    @Override
    public String look(Network.Passage passage, FullFrame frame) {
        var sent = sent(passage, frame);
        if (!frame.retry()) {
            first.put(sent, passage.at());
        }
        long since = first.getOrDefault(sent, passage.at());
        return passage.at() - since > PATIENCE && !stoodStill(passage, since)
                ? passage.from() + " repeats after " + (passage.at() - since) / 1_000_000 + " ms"
                : "";
    }

    private static Sent sent(Network.Passage passage, FullFrame frame) {
        return new Sent(
                passage.from(),
                passage.to(),
                (frame.source().value() << 16) | frame.destination().value(),
                frame.sent().value(),
                frame.timestamp());
    }

    private boolean stoodStill(Network.Passage passage, long since) {
        return talkers.stream()
                .anyMatch(t -> t.address().equals(passage.from()) && t.stalledUntil() >= since);
    }
}
