package dev.keyline.iax.sim;

/// What happens to a datagram on its way.
///
/// @param loss probability that it is lost, 0 to 1
/// @param burst probability that the one after a lost one is lost as well (0: losses are
///   independent)
/// @param duplicate probability that it arrives twice
/// @param corrupt probability that one bit of it is flipped
/// @param delay nanoseconds it takes at least
/// @param jitter nanoseconds it may take longer, evenly spread; more than the spacing of datagrams
///   means reordering
public record Weather(
        double loss, double burst, double duplicate, double corrupt, long delay, long jitter) {
    private static final long MILLIS = 1_000_000;

    /// Nothing happens, in no time to speak of.
    public static final Weather STILL = new Weather(0, 0, 0, 0, 50_000, 0);

    public static final Weather OFFICE = new Weather(0.001, 0, 0.0005, 0, MILLIS, MILLIS);
    public static final Weather WIFI = new Weather(0.02, 0.3, 0.002, 0, 3 * MILLIS, 25 * MILLIS);
    public static final Weather MOBILE = new Weather(0.05, 0.4, 0.002, 0, 60 * MILLIS, 80 * MILLIS);
    public static final Weather SATELLITE = new Weather(0.01, 0.1, 0, 0, 300 * MILLIS, 10 * MILLIS);
    public static final Weather STORM =
            new Weather(0.2, 0.2, 0.05, 0.01, 40 * MILLIS, 120 * MILLIS);

    public Weather withLoss(double probability) {
        return new Weather(probability, burst, duplicate, corrupt, delay, jitter);
    }

    public Weather withCorruption(double probability) {
        return new Weather(loss, burst, duplicate, probability, delay, jitter);
    }

    public Weather withDelay(long nanos) {
        return new Weather(loss, burst, duplicate, corrupt, nanos, jitter);
    }
}
