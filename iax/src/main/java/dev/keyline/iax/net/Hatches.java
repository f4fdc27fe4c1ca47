package dev.keyline.iax.net;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// All that one loop serves. All but [#oneIsClosed] belongs to its thread.
final class Hatches {
    private Hatch[] served = {};
    private volatile boolean someAreClosed;

    /// Before the loop begins.
    void add(List<Hatch> first) {
        served = first.toArray(Hatch[]::new);
    }

    /// Any thread: [#letGo] will find one that is open no more.
    void oneIsClosed() {
        someAreClosed = true;
    }

    void begin() {
        for (var hatch : served) {
            hatch.begin();
        }
    }

    /// Lets those go that are closed, at once but for the last ones, whose sockets the gate closes.
    /// That may end a wait which was to end for another one, so whoever is closed meanwhile is
    /// looked for again.
    ///
    /// @return whether any is left to be served
    boolean letGo() throws IOException {
        while (someAreClosed) {
            someAreClosed = false;
            var open = Stream.of(served).filter(Hatch::isOpen).toArray(Hatch[]::new);
            if (open.length == 0) {
                return false;
            }
            free(List.of(open));
            served = open;
        }
        return true;
    }

    private void free(List<Hatch> open) throws IOException {
        for (var hatch : served) {
            if (!open.contains(hatch)) {
                hatch.free();
                hatch.ended();
            }
        }
    }

    /// The gate is closed, and all sockets with it.
    void ended() {
        for (var hatch : served) {
            hatch.ended();
        }
    }

    boolean haveWishes() {
        for (var hatch : served) {
            if (hatch.hasWishes()) {
                return true;
            }
        }
        return false;
    }

    /// The first time at which a party wants to be woken.
    long deadline() {
        long first = Long.MAX_VALUE;
        for (var hatch : served) {
            first = Math.min(first, hatch.deadline());
        }
        return first;
    }

    /// Serves each once. It has the room for a whole batch to itself, and hands it over before the
    /// next one takes: no party starves for another one's datagrams.
    ///
    /// @param usual nanoseconds that datagrams usually wait for each other
    /// @return whether any datagram has come
    boolean serve(long usual, Coalescing coalescing) throws IOException {
        boolean any = false;
        for (var hatch : served) {
            int datagrams = hatch.serve(usual);
            coalescing.served(datagrams, hatch.patience());
            any |= datagrams > 0;
        }
        return any;
    }
}
