package dev.keyline.iax.jitter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What Asterisk's buffer does, modelled from a description of its rules, for voice of 20 ms only:
/// the other side of the comparison. Times are milliseconds.
final class AsteriskModel implements Tried {
    private static final int HISTORY = 500;
    private static final int BLOCK = Arrivals.BLOCK;

    private final JitterSettings settings;
    private final List<Arrival> queue = new ArrayList<>();
    private final ArrayDeque<Long> history = new ArrayDeque<>();
    private long[] sorted = {};
    private long start = Long.MIN_VALUE;
    private long current;
    private long next;
    private long changed;
    private long shrunkInSilence;
    private long lastDelay;
    private int jumps;
    private int inARow;
    private boolean silent = true;

    AsteriskModel(JitterSettings settings) {
        this.settings = settings;
        this.current = settings.extra();
    }

    @Override
    public void put(Arrival block, long nanos) {
        if (start == Long.MIN_VALUE) {
            start = nanos / Arrivals.MILLIS - block.timestamp();
        }
        if (!queue.isEmpty()
                && queue.getLast().timestamp() - queue.getFirst().timestamp()
                        >= settings.longest()) {
            return;
        }
        long delay = nanos / Arrivals.MILLIS - start - block.timestamp();
        if (isJump(delay)) {
            return;
        }
        history.addLast(delay);
        if (history.size() > HISTORY) {
            history.removeFirst();
        }
        sorted = history.stream().mapToLong(Long::longValue).sorted().toArray();
        queue.add(block);
        queue.sort(Comparator.comparingInt(Arrival::timestamp));
    }

    /// Up to three in a row are dropped. (What follows a fourth does not happen in these arrivals.)
    private boolean isJump(long delay) {
        boolean jump =
                Math.abs(delay - lastDelay) > 2 * (most() - least()) + settings.resyncThreshold();
        if (jump && ++jumps > 3) {
            throw new IllegalStateException("four jumps in a row");
        }
        if (!jump) {
            jumps = 0;
            lastDelay = delay;
        }
        return jump;
    }

    private long least() {
        return ofSize(sorted.length * 3 / 100);
    }

    private long most() {
        return ofSize(sorted.length - 1 - sorted.length * 3 / 100);
    }

    private long ofSize(int index) {
        return sorted.length == 0 ? 0 : sorted[index];
    }

    private long target() {
        return Math.min(most() + settings.extra(), least() + settings.longest());
    }

    @Override
    public long due() {
        if (start == Long.MIN_VALUE || (silent && queue.isEmpty())) {
            return Long.MAX_VALUE;
        }
        return (start + (silent ? queue.getFirst().timestamp() + current : next)) * Arrivals.MILLIS;
    }

    @Override
    public void play(long nanos, Playout<Arrival> to) {
        long now = nanos / Arrivals.MILLIS - start;
        if (silent) {
            speakAgain(now, to);
        } else {
            speakOn(now, to);
        }
    }

    private void speakAgain(long now, Playout<Arrival> to) {
        long target = target();
        if (target - current < -settings.extra() && now > shrunkInSilence + 10) {
            shrunkInSilence = now;
            current -= BLOCK;
            return;
        }
        var block = queue.removeFirst();
        current = target;
        next = block.timestamp() + current + BLOCK;
        silent = false;
        inARow = 0;
        to.play(block);
    }

    private void speakOn(long now, Playout<Arrival> to) {
        long missing = target() - current;
        if (missing > 0 && (changed + 40 < now || missing > span())) {
            current += BLOCK;
            next += BLOCK;
            changed = now;
            interpolate(to);
        } else if (!queue.isEmpty() && queue.getFirst().timestamp() <= next - current) {
            take(queue.removeFirst(), missing, now, to);
        } else if (missing < -settings.extra() && changed + 80 < now) {
            current -= BLOCK;
            changed = now;
        } else {
            next += BLOCK;
            interpolate(to);
        }
    }

    private void take(Arrival block, long missing, long now, Playout<Arrival> to) {
        long time = block.timestamp() + current;
        if (time < next) {
            if (time > next - BLOCK) {
                next = time + BLOCK;
                inARow = 0;
                to.play(block);
            }
        } else if (missing < -settings.extra() && changed + 500 < now) {
            current -= BLOCK;
            changed = now;
        } else {
            next += BLOCK;
            inARow = 0;
            to.play(block);
        }
    }

    private void interpolate(Playout<Arrival> to) {
        if (settings.mostConcealed() > 0 && ++inARow > settings.mostConcealed()) {
            silent = true;
        } else {
            to.conceal(0, BLOCK);
        }
    }

    private long span() {
        return queue.isEmpty() ? 0 : queue.getLast().timestamp() - queue.getFirst().timestamp();
    }
}
