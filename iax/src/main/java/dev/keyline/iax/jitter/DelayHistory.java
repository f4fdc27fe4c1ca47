package dev.keyline.iax.jitter;

import java.util.Arrays;

/// How long the last 500 blocks were on their way, give or take the unknown difference of two
/// clocks: only differences of these numbers mean anything. The rarest 3 % at both ends are left
/// out, for waiting on account of one straggler is worse than losing it. (Both numbers are
/// Asterisk's.)
///
/// Kept in order of time and in order of size. A new value costs two binary searches and one move
/// within 4 kB; nothing is allocated after the first.
final class DelayHistory {
    private static final int SIZE = 500;
    private static final int RARE_PERCENT = 3;

    private final long[] byTime = new long[SIZE];
    private final long[] bySize = new long[SIZE];
    private int count;
    private int oldest;

    boolean isEmpty() {
        return count == 0;
    }

    void clear() {
        count = 0;
        oldest = 0;
    }

    void add(long delay) {
        if (count == SIZE) {
            replace(byTime[oldest], delay);
            byTime[oldest] = delay;
            oldest = (oldest + 1) % SIZE;
        } else {
            int at = place(delay);
            System.arraycopy(bySize, at, bySize, at + 1, count - at);
            bySize[at] = delay;
            byTime[count++] = delay;
        }
    }

    /// One value leaves, another comes; what lies between them moves by one place.
    private void replace(long leaving, long coming) {
        int from = place(leaving);
        int to = place(coming);
        if (to > from) {
            to--;
            System.arraycopy(bySize, from + 1, bySize, from, to - from);
        } else {
            System.arraycopy(bySize, to, bySize, to + 1, from - to);
        }
        bySize[to] = coming;
    }

    private int place(long delay) {
        int at = Arrays.binarySearch(bySize, 0, count, delay);
        return at < 0 ? -at - 1 : at;
    }

    /// The fastest that is not rare; 0 before the first.
    long fast() {
        return count == 0 ? 0 : bySize[rare()];
    }

    /// The slowest that is not rare; 0 before the first.
    long slow() {
        return count == 0 ? 0 : bySize[count - 1 - rare()];
    }

    int jitter() {
        return (int) (slow() - fast());
    }

    private int rare() {
        return count * RARE_PERCENT / 100;
    }
}
