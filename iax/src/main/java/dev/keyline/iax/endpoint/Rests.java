package dev.keyline.iax.endpoint;

import dev.keyline.iax.wire.PeerAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// At which address a number rests and since when, for all numbers, in the order of time. No
/// objects of its own, for the reason that [Recent] has none.
final class Rests {
    private @Nullable PeerAddress[] addresses = new PeerAddress[16];
    private long[] times = new long[16];
    private int oldest;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /// @param time not before that of the one added last
    void add(PeerAddress whose, long time) {
        if (size == times.length) {
            grow();
        }
        int place = (oldest + size) & (times.length - 1);
        addresses[place] = whose;
        times[place] = time;
        size++;
    }

    private void grow() {
        var inOrder = new PeerAddress[size * 2];
        long[] theirTimes = new long[size * 2];
        for (int i = 0; i < size; i++) {
            int from = (oldest + i) & (times.length - 1);
            inOrder[i] = addresses[from];
            theirTimes[i] = times[from];
        }
        addresses = inOrder;
        times = theirTimes;
        oldest = 0;
    }

    /// The time of the oldest, when there is one.
    long oldest() {
        return times[oldest];
    }

    /// Forgets the oldest, when there is one.
    ///
    /// @return whose it was
    PeerAddress forget() {
        var whose = Objects.requireNonNull(addresses[oldest]);
        addresses[oldest] = null;
        oldest = (oldest + 1) & (times.length - 1);
        size--;
        return whose;
    }
}
