package dev.keyline.audio.tone;

import java.util.Arrays;

/// Counts blocks that came back in order and one behind the other: nothing that was received can be
/// two of the blocks that were sent. Of a steady tone, every block looks like every other; without
/// this rule, half of it would pass for all.
///
/// Each block comes with the places where it may be; what is looked for is the longest row of
/// blocks with rising places. For each length of row only the one that ends earliest matters, as
/// whatever can follow another can follow that.
final class InOrder {
    private final int distance;
    private int[] ends = new int[64];
    private int longest;

    /// @param distance the least between two places
    InOrder(int distance) {
        this.distance = distance;
    }

    /// The next block, sent at `at`, and the delays at which it may have come back.
    void add(int at, int[] delays) {
        int[] rows = Arrays.stream(delays).map(delay -> rowsBefore(at + delay)).toArray();
        for (int i = 0; i < delays.length; i++) {
            put(rows[i], at + delays[i]);
        }
    }

    /// Blocks in the longest row.
    int longest() {
        return longest;
    }

    /// The length of the longest row that a block at this place can follow.
    private int rowsBefore(int place) {
        int low = 0;
        int high = longest;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] + distance <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void put(int row, int place) {
        if (row >= longest) {
            ends = row < ends.length ? ends : Arrays.copyOf(ends, 2 * row);
            ends[row] = place;
            longest = row + 1;
        } else {
            ends[row] = Math.min(ends[row], place);
        }
    }
}
