package dev.keyline.iax.endpoint;

import dev.keyline.iax.wire.PeerAddress;
import java.util.Arrays;
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
        int places = times.length * 2;
        var straight = Arrays.copyOf(addresses, places);
        long[] straightTimes = Arrays.copyOf(times, places);
        // What stood before the oldest came after it, and now comes where it ends.
        System.arraycopy(addresses, 0, straight, size, oldest);
        System.arraycopy(times, 0, straightTimes, size, oldest);
        addresses = straight;
        times = straightTimes;
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
