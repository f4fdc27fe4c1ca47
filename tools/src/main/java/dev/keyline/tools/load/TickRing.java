package dev.keyline.tools.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// The ticks of all calls, one every 20 ms each, spread evenly over that time: a call gets the
/// millisecond that has the fewest. One pass a millisecond handles all that are due.
final class TickRing<T extends TickRing.Ticking> {
    static final long PERIOD = 20_000_000;

    private static final int SLOTS = 20;
    private static final long SLOT = PERIOD / SLOTS;

    /// Ticks that are later than this are left out, or a stall would end in a flood.
    private static final long MOST_LATE = 1_000_000_000;

    private final List<List<T>> slots = new ArrayList<>();
    private final LongConsumer skipped;
    private int size;
    private long next;
    private int glances;

    /// What has ticks.
    interface Ticking {
        /// Looks at what the next tick will ask, so that it is on its way from memory.
        ///
        /// @return a number of no meaning, which a caller has to use, or nothing is looked at
        default int glance() {
            return 0;
        }

        /// It is time.
        ///
        /// @param due when this should have happened
        /// @return whether there shall be more
        boolean tick(long due, long now);
    }

    /// @param skipped is told how many ticks were left out
    TickRing(LongConsumer skipped) {
        this.skipped = skipped;
        for (int i = 0; i < SLOTS; i++) {
            slots.add(new ArrayList<>());
        }
    }

    void add(T one, long now) {
        if (size == 0) {
            next = now / SLOT + 1;
        }
        emptiest().add(one);
        size++;
    }

    private List<T> emptiest() {
        var best = slots.getFirst();
        for (var slot : slots) {
            best = slot.size() < best.size() ? slot : best;
        }
        return best;
    }

    /// Handles all ticks that are due.
    void run(long now) {
        if (size > 0 && now - next * SLOT > MOST_LATE) {
            long late = (now - next * SLOT) / PERIOD;
            next += late * SLOTS;
            skipped.accept(late * size);
        }
        while (size > 0 && next * SLOT <= now) {
            pass(slots.get((int) (next % SLOTS)), next * SLOT, now);
            next++;
        }
    }

    /// From the back, so that what leaves can be replaced by the last. The first loop is there to
    /// have all of them fetched; what it counts matters to nobody.
    private void pass(List<T> slot, long due, long now) {
        for (int i = slot.size() - 1; i >= 0; i--) {
            glances += slot.get(i).glance();
        }
        for (int i = slot.size() - 1; i >= 0; i--) {
            if (!slot.get(i).tick(due, now)) {
                slot.set(i, slot.getLast());
                slot.removeLast();
                size--;
            }
        }
    }

    /// When [#run] has something to do next; `Long.MAX_VALUE` when there is nobody.
    long due() {
        for (long tick = next; size > 0; tick++) {
            if (!slots.get((int) (tick % SLOTS)).isEmpty()) {
                return tick * SLOT;
            }
        }
        return Long.MAX_VALUE;
    }

    int size() {
        return size;
    }
}
