package dev.keyline.iax.endpoint;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// When each conversation wants to be woken. An entry is left where it is when its conversation's
/// time moves later, and is looked at again when its time comes; so a call that talks costs nothing
/// here.
final class Deadlines {
    private final PriorityQueue<Entry> queue =
            new PriorityQueue<>(Comparator.comparingLong(Entry::time));

    private record Entry(long time, Conversation conversation) {}

    /// The conversation was touched: its deadline may have changed.
    void touch(Conversation conversation) {
        long deadline = conversation.deadline();
        if (deadline < conversation.scheduled()) {
            conversation.schedule(deadline);
            queue.add(new Entry(deadline, conversation));
        }
    }

    /// The next conversation whose time has come, or null.
    @Nullable Conversation nextDue(long now) {
        while (!queue.isEmpty() && queue.peek().time() <= now) {
            var entry = queue.remove();
            var conversation = entry.conversation();
            if (entry.time() != conversation.scheduled()) {
                continue;
            }
            conversation.schedule(Long.MAX_VALUE);
            if (conversation.isGone()) {
                continue;
            }
            if (conversation.deadline() <= now) {
                return conversation;
            }
            touch(conversation);
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
        return entry.conversation().isGone() || entry.time() != entry.conversation().scheduled();
    }
}
