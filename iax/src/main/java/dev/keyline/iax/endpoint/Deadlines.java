package dev.keyline.iax.endpoint;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// When each dialogue wants to be woken: a wheel of short stretches of time, each with a chain of
/// those whose time falls into it, this turn or a later one. To set a deadline makes no object and
/// moves nobody else.
///
/// Who wants to be woken later than before stays in its place, and is looked at again when it is
/// the first of all; so a call that talks costs nothing here.
final class Deadlines {
    /// A stretch is 2^22 ns, about 4 ms.
    private static final int STRETCH_BITS = 22;

    /// A turn is about 17 s. A call that is up asks its peer something every 10 s, so hardly
    /// anybody waits for a second turn.
    private static final int STRETCHES = 4096;

    private final @Nullable Appointment[] chains = new @Nullable Appointment[STRETCHES];
    private final BitSet used = new BitSet(STRETCHES);

    /// Everybody whose time was not after this has been woken: nobody stands before its stretch.
    private long served = Long.MIN_VALUE;

    private @Nullable Appointment first;
    private boolean firstIsKnown = true;

    /// Its deadline may have changed.
    void touch(Appointment who) {
        long deadline = who.deadline();
        if (deadline < who.time) {
            leave(who);
            enter(who, deadline);
        }
    }

    private void enter(Appointment who, long time) {
        int at = stretch(Math.max(time, served));
        var next = chains[at];
        who.time = time;
        who.stretch = at;
        who.after = next;
        if (next != null) {
            next.before = who;
        }
        chains[at] = who;
        used.set(at);
        if (firstIsKnown && (first == null || time < first.time)) {
            first = who;
        }
    }

    private static int stretch(long time) {
        return (int) (time >> STRETCH_BITS) & (STRETCHES - 1);
    }

    /// It is over, and wants nothing more.
    @SuppressWarnings("ReferenceEquality") // this one, not one like it
    void leave(Appointment who) {
        if (who.time == Long.MAX_VALUE) {
            return;
        }
        unlink(who);
        who.time = Long.MAX_VALUE;
        if (who == first) {
            first = null;
            firstIsKnown = used.isEmpty();
        }
    }

    private void unlink(Appointment who) {
        var before = who.before;
        var after = who.after;
        if (before == null) {
            chains[who.stretch] = after;
        } else {
            before.after = after;
        }
        if (after != null) {
            after.before = before;
        }
        if (chains[who.stretch] == null) {
            used.clear(who.stretch);
        }
        who.before = null;
        who.after = null;
    }

    /// The next whose time has come, or null. It stands in the wheel no more.
    @Nullable Appointment nextDue(long now) {
        for (var who = soonest(); who != null && who.time <= now; who = soonest()) {
            leave(who);
            if (who.deadline() <= now) {
                return who;
            }
            touch(who);
        }
        served = now;
        return null;
    }

    /// When the next is due, in nanoseconds. Who stands first and has come to want more time is
    /// given his new place now: an answer that has come makes the frame it answers no reason to
    /// wake up, and a loop of many calls would be woken for little else.
    long next() {
        var who = soonest();
        while (who != null && who.deadline() > who.time) {
            leave(who);
            touch(who);
            who = soonest();
        }
        return who == null ? Long.MAX_VALUE : who.time;
    }

    private @Nullable Appointment soonest() {
        if (!firstIsKnown) {
            first = find();
            firstIsKnown = true;
        }
        return first;
    }

    /// The first of this turn, or else of all.
    private @Nullable Appointment find() {
        int start = stretch(served);
        long end = ((served >> STRETCH_BITS) + STRETCHES) << STRETCH_BITS;
        var found = find(start, STRETCHES, end);
        found = found == null ? find(0, start, end) : found;
        return found == null ? firstOfAll() : found;
    }

    /// The first before the time `end` in the first chain that has one.
    private @Nullable Appointment find(int from, int to, long end) {
        for (int at = used.nextSetBit(from); at >= 0 && at < to; at = used.nextSetBit(at + 1)) {
            var best = firstIn(chains[at], null);
            if (best != null && best.time < end) {
                return best;
            }
        }
        return null;
    }

    private @Nullable Appointment firstOfAll() {
        Appointment best = null;
        for (int at = used.nextSetBit(0); at >= 0; at = used.nextSetBit(at + 1)) {
            best = firstIn(chains[at], best);
        }
        return best;
    }

    private static @Nullable Appointment firstIn(
            @Nullable Appointment chain, @Nullable Appointment known) {
        var best = known;
        for (var who = chain; who != null; who = who.after) {
            best = best == null || who.time < best.time ? who : best;
        }
        return best;
    }
}
