package dev.keyline.iax.endpoint;

/// So often in a window of time and no more: what one peer may ask for in one call.
final class Allowance {
    private final int most;
    private final long window;
    private long windowEnd = Long.MIN_VALUE;
    private int spent;

    /// @param window nanoseconds
    Allowance(int most, long window) {
        this.most = most;
        this.window = window;
    }

    /// Whether it may be once more now; if so, it is spent.
    boolean allows(long now) {
        if (now >= windowEnd) {
            windowEnd = now + window;
            spent = 0;
        }
        return ++spent <= most;
    }
}
