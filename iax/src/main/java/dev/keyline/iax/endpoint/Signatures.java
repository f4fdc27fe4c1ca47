package dev.keyline.iax.endpoint;

import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayDeque;
import java.util.Queue;

/// What waits to be signed. A signature says nothing about whom it was made for, and whoever is
/// called decides what is signed; so one host gets only so many a second, and the others wait for
/// the next. A burst of calls is slowed down by that and not refused.
final class Signatures {
    private final Ration ration;
    private final Queue<Wish> waiting = new ArrayDeque<>();

    private record Wish(PeerAddress peer, Runnable begin) {}

    Signatures(int perSecond) {
        this.ration = new Ration(Integer.MAX_VALUE, perSecond);
    }

    /// Begins now or later.
    ///
    /// @return whether it was begun
    boolean begin(PeerAddress peer, Runnable begin, long now) {
        boolean free = ration.allows(peer.ip(), now);
        if (free) {
            begin.run();
        } else {
            waiting.add(new Wish(peer, begin));
        }
        return free;
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
