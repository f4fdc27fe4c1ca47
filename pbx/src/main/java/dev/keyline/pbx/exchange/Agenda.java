package dev.keyline.pbx.exchange;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.PriorityQueue;

/// Who wants to be woken when. A sleeper has one time; a new one replaces the old.
final class Agenda<T> {
    private final PriorityQueue<Entry<T>> queue =
            new PriorityQueue<>(Comparator.comparingLong(entry -> entry.time));
    private final IdentityHashMap<T, Long> times = new IdentityHashMap<>();

    private record Entry<T>(long time, T sleeper) {}

    /// Wakes a sleeper at this time.
    ///
    /// @param time nanoseconds; `Long.MAX_VALUE` for never
    void set(T sleeper, long time) {
        if (time == Long.MAX_VALUE) {
            times.remove(sleeper);
            return;
        }
        var before = times.put(sleeper, time);
        if (before == null || before != time) {
            queue.add(new Entry<>(time, sleeper));
        }
    }

    /// The next sleeper whose time has come; it has no time any more.
    Optional<T> nextDue(long now) {
        if (soonest() <= now) {
            var entry = queue.remove();
            times.remove(entry.sleeper());
            return Optional.of(entry.sleeper());
        }
        return Optional.empty();
    }

    long soonest() {
        while (!queue.isEmpty() && isStale(queue.peek())) {
            queue.remove();
        }
        return queue.isEmpty() ? Long.MAX_VALUE : queue.peek().time();
    }

    private boolean isStale(Entry<T> entry) {
        var time = times.get(entry.sleeper());
        return time == null || time != entry.time();
    }
}
