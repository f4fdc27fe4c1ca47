package dev.keyline.iax.endpoint;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// When each dialogue wants to be woken. An entry is left where it is when its dialogue's time
/// moves later, and is looked at again when its time comes; so a call that talks costs nothing
/// here.
final class Deadlines {
    private final PriorityQueue<Entry> queue =
            new PriorityQueue<>(Comparator.comparingLong(Entry::time));

    private record Entry(long time, Dialogue dialogue) {}

    /// The dialogue was touched: its deadline may have changed.
    void touch(Dialogue dialogue) {
        long deadline = dialogue.deadline();
        if (deadline < dialogue.scheduled()) {
            dialogue.schedule(deadline);
            queue.add(new Entry(deadline, dialogue));
        }
    }

    /// The next dialogue whose time has come, or null.
    @Nullable Dialogue nextDue(long now) {
        while (!queue.isEmpty() && queue.peek().time() <= now) {
            var entry = queue.remove();
            var dialogue = entry.dialogue();
            if (entry.time() != dialogue.scheduled()) {
                continue;
            }
            dialogue.schedule(Long.MAX_VALUE);
            if (dialogue.isGone()) {
                continue;
            }
            if (dialogue.deadline() <= now) {
                return dialogue;
            }
            touch(dialogue);
        }
        return null;
    }

    /// When the next entry is due; there may turn out to be nothing to do then.
    long soonest() {
        while (!queue.isEmpty() && isStale(queue.peek())) {
            queue.remove();
        }
        return queue.isEmpty() ? Long.MAX_VALUE : queue.peek().time();
    }

    private static boolean isStale(Entry entry) {
        return entry.dialogue().isGone() || entry.time() != entry.dialogue().scheduled();
    }
}
