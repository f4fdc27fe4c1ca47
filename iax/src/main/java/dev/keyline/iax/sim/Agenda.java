package dev.keyline.iax.sim;

import java.util.Comparator;
import java.util.PriorityQueue;

/// What is going to happen, in order of time; what is planned for one time, in order of planning.
final class Agenda {
    private final PriorityQueue<Planned> all =
            new PriorityQueue<>(
                    Comparator.comparingLong(Planned::at).thenComparingLong(Planned::order));
    private long order;

    private record Planned(long at, long order, Runnable what) {}

    void add(long at, Runnable what) {
        all.add(new Planned(at, order++, what));
    }

    /// When the next of it happens; `Long.MAX_VALUE` when nothing is planned.
    long next() {
        return all.isEmpty() ? Long.MAX_VALUE : all.peek().at();
    }

    /// Takes the next of it off.
    Runnable take() {
        return all.remove().what();
    }
}
