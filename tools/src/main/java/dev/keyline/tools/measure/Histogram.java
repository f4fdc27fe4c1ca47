package dev.keyline.tools.measure;

import java.util.Arrays;

/// Counts of whole numbers from 0 to 2^40, mostly nanoseconds, in 18 KiB whatever comes. Up to 64
/// every number has a bucket of its own; above, an octave has 64, so that a percentile is off by
/// 1.6 % at most. Counting makes no objects.
///
/// Not safe for use by several threads.
public final class Histogram {
    private static final int FINE = 6;
    private static final int PER_OCTAVE = 1 << FINE;
    private static final int OCTAVES = 40;

    /// Larger numbers count as this one: 18 minutes of nanoseconds.
    public static final long LARGEST = (1L << OCTAVES) - 1;

    private final long[] counts;
    private long count;
    private double sum;
    private long max;

    public Histogram() {
        this.counts = new long[(OCTAVES - FINE + 1) * PER_OCTAVE];
    }

    private Histogram(Histogram other) {
        this.counts = other.counts.clone();
        this.count = other.count;
        this.sum = other.sum;
        this.max = other.max;
    }

    /// Counts one number; a negative one as 0.
    public void record(long number) {
        long value = Math.clamp(number, 0, LARGEST);
        counts[bucket(value)]++;
        count++;
        sum += value;
        max = Math.max(max, value);
    }

    private static int bucket(long value) {
        if (value < PER_OCTAVE) {
            return (int) value;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(value) - FINE;
        return ((shift + 1) << FINE) + (int) (value >>> shift) - PER_OCTAVE;
    }

    /// The largest number that a bucket counts.
    private static long top(int bucket) {
        int shift = Math.max(0, (bucket >> FINE) - 1);
        long units = bucket < PER_OCTAVE ? bucket : (bucket & (PER_OCTAVE - 1)) + PER_OCTAVE;
        return ((units + 1) << shift) - 1;
    }

    public long count() {
        return count;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /// The largest number counted, exactly; 0 when there is none.
    public long max() {
        return max;
    }

    /// The average, exactly; 0 when there is none.
    public double mean() {
        return count == 0 ? 0 : sum / count;
    }

    /// The number that this part of all does not exceed.
    ///
    /// @param part 0 to 1: 0.99 for the 99th percentile
    /// @return 0 when nothing was counted
    public long at(double part) {
        long rank = Math.max(1, (long) Math.ceil(part * count));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return Math.min(top(i), max);
            }
        }
        return 0;
    }

    /// How many numbers exceed this one, to the width of a bucket.
    public long over(long limit) {
        return limit >= LARGEST ? 0 : Arrays.stream(counts, bucket(limit) + 1, counts.length).sum();
    }

    /// How many numbers lie above the first and not above the second, to the width of a bucket.
    public long between(long low, long high) {
        return over(low) - over(high);
    }

    /// Takes in what another has counted.
    public void add(Histogram other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        count += other.count;
        sum += other.sum;
        max = Math.max(max, other.max);
    }

    /// What was counted since an earlier copy of this one. The largest is known to the width of a
    /// bucket.
    public Histogram since(Histogram earlier) {
        var difference = new Histogram();
        for (int i = 0; i < counts.length; i++) {
            difference.counts[i] = counts[i] - earlier.counts[i];
            difference.max = difference.counts[i] > 0 ? Math.min(top(i), max) : difference.max;
        }
        difference.count = count - earlier.count;
        difference.sum = sum - earlier.sum;
        return difference;
    }

    public Histogram copy() {
        return new Histogram(this);
    }
}
