package dev.keyline.pbx.exchange;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.HashSet;
import java.util.Set;

/// Callers who are asked for a proof and fall silent cost nothing but a call token, and are no
/// guessers whom anybody silences. So that they do not fill the log, one of each host is told of in
/// a second, and no more than so many in all; the others are counted.
final class Hush {
    private static final long SECOND = 1_000_000_000L;

    private final Set<Bytes> toldOf = new HashSet<>();
    private long windowEnd = Long.MIN_VALUE;
    private int unsaid;

    /// Whether this one is told of.
    ///
    /// @param most lines a second in all
    boolean allows(PeerAddress from, int most, long now) {
        if (now >= windowEnd) {
            windowEnd = now + SECOND;
            toldOf.clear();
        }
        boolean told = toldOf.size() < most && toldOf.add(from.network());
        unsaid += told ? 0 : 1;
        return told;
    }

    /// How many were not, for a line of the log; they are forgotten then.
    String unsaid() {
        int count = unsaid;
        unsaid = 0;
        return count == 0 ? "" : " (" + count + " others who fell silent were not said)";
    }
}
