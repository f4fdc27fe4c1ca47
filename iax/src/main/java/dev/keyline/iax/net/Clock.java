package dev.keyline.iax.net;

/// A port's clock: nanoseconds since it was made, which only move forward.
public final class Clock {
    private final long start = System.nanoTime();

    public long now() {
        return System.nanoTime() - start;
    }
}
