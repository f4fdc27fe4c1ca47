package dev.keyline.pbx.channel;

/// What `TIMEOUT(...)` sets, in nanoseconds.
///
/// @param digit between two digits
/// @param response for the first digit
/// @param absolute the time at which the call ends, on the clock of the loop; `Long.MAX_VALUE` for
///   never
public record Timeouts(long digit, long response, long absolute) {
    private static final long SECOND = 1_000_000_000L;

    public static final Timeouts USUAL = new Timeouts(5 * SECOND, 10 * SECOND, Long.MAX_VALUE);

    public Timeouts withDigit(long nanos) {
        return new Timeouts(nanos, response, absolute);
    }

    public Timeouts withResponse(long nanos) {
        return new Timeouts(digit, nanos, absolute);
    }

    public Timeouts withAbsolute(long at) {
        return new Timeouts(digit, response, at);
    }
}
