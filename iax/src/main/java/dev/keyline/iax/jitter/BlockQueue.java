package dev.keyline.iax.jitter;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Blocks that wait, in order of media time, none twice. A ring that grows up to a limit and then
/// allocates nothing more.
final class BlockQueue<B> {
    /// Ten seconds of blocks of 20 ms; shorter blocks in a long buffer find no more room.
    static final int MOST = 512;

    private static final int FIRST_SIZE = 16;

    private long[] times = new long[FIRST_SIZE];
    private int[] lengths = new int[FIRST_SIZE];
    private @Nullable Object[] blocks = new Object[FIRST_SIZE];
    private int first;
    private int count;

    /// What became of a block that was to be queued.
    enum Place {
        /// Behind all others.
        LAST,
        /// Before one that had overtaken it.
        BETWEEN,
        /// Nowhere: there is one of the same time.
        TWICE,
        /// Nowhere: there is no room.
        FULL
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return count == MOST;
    }

    long firstTime() {
        return times[first];
    }

    int firstLength() {
        return lengths[first];
    }

    Place add(long time, int length, B block) {
        int at = count;
        while (at > 0 && times[slot(at - 1)] > time) {
            at--;
        }
        if (at > 0 && times[slot(at - 1)] == time) {
            return Place.TWICE;
        }
        if (isFull()) {
            return Place.FULL;
        }
        grow();
        for (int i = count; i > at; i--) {
            put(slot(i), times[slot(i - 1)], lengths[slot(i - 1)], blocks[slot(i - 1)]);
        }
        put(slot(at), time, length, block);
        count++;
        return at == count - 1 ? Place.LAST : Place.BETWEEN;
    }

    /// The first block, which leaves; there must be one.
    B take() {
        @SuppressWarnings("unchecked") // only add() puts blocks here
        var block = (B) blocks[first];
        blocks[first] = null;
        first = slot(1);
        count--;
        return block;
    }

    /// Lets all go.
    ///
    /// @return how many there were
    int clear() {
        int were = count;
        Arrays.fill(blocks, null);
        count = 0;
        return were;
    }

    private int slot(int index) {
        return (first + index) % times.length;
    }

    private void put(int slot, long time, int length, @Nullable Object block) {
        times[slot] = time;
        lengths[slot] = length;
        blocks[slot] = block;
    }

    private void grow() {
        if (count == times.length) {
            var order = new BlockQueue<B>();
            int size = Math.min(count * 2, MOST);
            order.times = new long[size];
            order.lengths = new int[size];
            order.blocks = new Object[size];
            for (int i = 0; i < count; i++) {
                order.put(i, times[slot(i)], lengths[slot(i)], blocks[slot(i)]);
            }
            times = order.times;
            lengths = order.lengths;
            blocks = order.blocks;
            first = 0;
        }
    }
}
