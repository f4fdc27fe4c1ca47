package dev.keyline.iax.jitter;

/// Counts what arrives on a call without a jitter buffer. Asterisk then reports zeros and one
/// block, whatever came; what really came helps whoever looks for the reason of bad sound.
///
/// Mini frames bear no number, so a loss is a gap in time. A long one is a pause, not a loss.
///
/// It is its average of losses rather than has one: each block of each call counts here, and one
/// object is one line of a processor's cache.
public class ArrivalCounts extends LossAverage {
    private static final long NANOS = 1_000_000;

    /// More blocks than these in a row are not missing, they were never spoken.
    private static final int MOST_MISSING = 10;

    /// RFC 3550 §6.4.1: the average in which the last change of delay counts for a sixteenth.
    private static final int WEIGHT = 16;

    private int received;
    private int lost;
    private int outOfOrder;
    private int newest;
    private int newestLength;
    private long lastDelay;
    private double jitter;

    /// Somebody else speaks from now on: it begins anew.
    protected final void restart() {
        none();
        received = 0;
        lost = 0;
        outOfOrder = 0;
        jitter = 0;
    }

    /// A block has arrived.
    ///
    /// @param timestamp media time at the sender, milliseconds, 32 bits
    /// @param millis how long it lasts
    public final void heard(int timestamp, int millis, long now) {
        long delay = now / NANOS - timestamp;
        if (received > 0) {
            jitter += (Math.abs((int) (delay - lastDelay)) - jitter) / WEIGHT;
            place(timestamp);
        }
        if (received == 0 || timestamp - newest > 0) {
            newest = timestamp;
            newestLength = millis;
        }
        lastDelay = delay;
        received++;
        heard();
    }

    private void place(int timestamp) {
        int ahead = timestamp - newest;
        if (ahead < 0) {
            outOfOrder++;
            overtaken();
        } else if (newestLength > 0) {
            int missing = ahead / newestLength - 1;
            for (int i = 0; missing <= MOST_MISSING && i < missing; i++) {
                lost++;
                lost();
            }
        }
    }

    /// It had been counted as lost when another overtook it.
    private void overtaken() {
        if (lost > 0) {
            lost--;
            found();
        }
    }

    /// Blocks that have arrived.
    public final int received() {
        return received;
    }

    public final JitterStatistics statistics() {
        return new JitterStatistics(
                (int) Math.round(jitter), percent(), lost, received, 0, 0, outOfOrder);
    }
}
