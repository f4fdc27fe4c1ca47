package dev.keyline.iax.endpoint;

import java.util.random.RandomGenerator;

/// When we change our key: just before our first voice, which [Mouth] knows, and then after 2 to 5
/// minutes each time, by chance, as Asterisk does.
final class Rotation {
    private static final long SECOND = 1_000_000_000L;
    private static final long SHORTEST = 120 * SECOND;
    private static final long LONGEST = 300 * SECOND;

    private final RandomGenerator chance;
    private long next = Long.MAX_VALUE;

    Rotation(RandomGenerator chance) {
        this.chance = chance;
    }

    boolean isDue(long now) {
        return now >= next;
    }

    void done(long now) {
        next = now + chance.nextLong(SHORTEST, LONGEST + 1);
    }

    long next() {
        return next;
    }
}
