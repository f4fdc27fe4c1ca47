package dev.keyline.iax.endpoint;

import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayDeque;
import java.util.Queue;

/// What waits to be signed. A signature says nothing about whom it was made for, and whoever is
/// called decides what is signed; so one host gets only so many a second, and the others wait for
/// the next. A burst of calls is slowed down by that and not refused, up to a burst that would wait
/// longer than anybody's patience.
final class Signatures {
    private final Ration ration;
    private final int most;
    private final Queue<Wish> waiting = new ArrayDeque<>();

    private record Wish(PeerAddress peer, Runnable begin) {}

    /// When a wish is met.
    enum Turn {
        NOW,
        LATER,
        NEVER
    }

    /// @param most how many may wait, in all
    Signatures(int perSecond, int most) {
        this.ration = new Ration(Integer.MAX_VALUE, perSecond);
        this.most = most;
    }

    /// Begins now or later, or not at all.
    Turn begin(PeerAddress peer, Runnable begin, long now) {
        if (ration.allows(peer.ip(), now)) {
            begin.run();
            return Turn.NOW;
        }
        if (waiting.size() >= most) {
            return Turn.NEVER;
        }
        waiting.add(new Wish(peer, begin));
        return Turn.LATER;
    }

    void wake(long now) {
        if (now >= next()) {
            waiting.removeIf(wish -> begins(wish, now));
        }
    }

    private boolean begins(Wish wish, long now) {
        boolean free = ration.allows(wish.peer().ip(), now);
        if (free) {
            wish.begin().run();
        }
        return free;
    }

    /// When [#wake] has something to do next.
    long next() {
        return waiting.isEmpty() ? Long.MAX_VALUE : ration.windowEnd();
    }
}
