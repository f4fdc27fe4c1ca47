package dev.keyline.tools.load;

import dev.keyline.tools.measure.Histogram;
import java.util.Map;
import java.util.TreeMap;

/// What happened so far, in numbers. Durations are nanoseconds.
///
/// Not safe for use by several threads: others are given a [#copy].
@SuppressWarnings("EnumOrdinal") // counts a hundred thousand times a second, in arrays
public final class Tally {
    /// Reasons kept apart; a peer could make up any number of them.
    private static final int MOST_REASONS = 50;

    private static final String OTHERS = "other reasons";

    /// What is counted.
    public enum Count {
        /// Calls or registrations begun.
        ATTEMPTED,
        /// Calls that the other side accepted, and calls of others that we took.
        ACCEPTED,
        /// Calls that were answered, registrations that were taken.
        ANSWERED,
        /// Ended as planned.
        COMPLETED,
        /// Ended before an answer.
        FAILED,
        /// Ended after the answer and before their time.
        DROPPED,
        /// Calls in which we spoke and heard nothing at all.
        MUTE,
        SENT,
        HEARD,
        /// Blocks of our own that came back.
        ECHOED,
        /// Blocks that had time to come back, in calls of which some did.
        EXPECTED,
        /// Blocks that came back more than once.
        TWICE,
        /// Blocks that came back in another call. Must be 0.
        STRAYED,
        /// Blocks that were not sent, because the generator itself was too late.
        SKIPPED,
        DIGITS
    }

    /// What is measured.
    public enum Measure {
        /// NEW to ACCEPT.
        ACCEPTANCE,
        /// NEW to ANSWER, or REGREQ to REGACK.
        SET_UP,
        /// A block of ours there and back.
        ROUND_TRIP,
        /// The same above the fastest of its call.
        LATENESS,
        /// How late the generator itself was with a block.
        OWN_LATENESS,
        /// By RFC 3550, one figure a call.
        JITTER,
        /// PING to PONG.
        PING,
        /// Estimated opinion scores, thousandths, one figure a call.
        OPINION
    }

    private final long[] counts = new long[Count.values().length];
    private final Histogram[] measures = new Histogram[Measure.values().length];
    private final Map<String, Long> reasons = new TreeMap<>();
    private long live;

    public Tally() {
        for (int i = 0; i < measures.length; i++) {
            measures[i] = new Histogram();
        }
    }

    void count(Count what) {
        counts[what.ordinal()]++;
    }

    void count(Count what, long many) {
        counts[what.ordinal()] += many;
    }

    void measured(Measure what, long value) {
        measures[what.ordinal()].record(value);
    }

    /// A call has begun (1) or is over (-1).
    void alive(int change) {
        live += change;
    }

    /// Why a call failed or was dropped.
    void reason(String words) {
        boolean known = reasons.containsKey(words) || reasons.size() < MOST_REASONS;
        reasons.merge(known ? words : OTHERS, 1L, Long::sum);
    }

    public long of(Count what) {
        return counts[what.ordinal()];
    }

    public Histogram of(Measure what) {
        return measures[what.ordinal()];
    }

    /// How often calls failed or were dropped, by reason.
    public Map<String, Long> reasons() {
        return new TreeMap<>(reasons);
    }

    /// Calls and registrations that are not over.
    public long live() {
        return live;
    }

    /// The part of echoes that did not come, 0 to 1.
    public double loss() {
        long expected = of(Count.EXPECTED);
        return expected == 0 ? 0 : Math.max(0, expected - of(Count.ECHOED)) / (double) expected;
    }

    /// The part of all blocks that came later than the fastest of their call by more than so many
    /// milliseconds, 0 to 1.
    public double laterThan(int millis) {
        var late = of(Measure.LATENESS);
        return late.over(millis * 1_000_000L) / (double) Math.max(1, late.count());
    }

    /// Takes in what another has counted.
    public void add(Tally other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        for (int i = 0; i < measures.length; i++) {
            measures[i].add(other.measures[i]);
        }
        other.reasons.forEach((words, times) -> reasons.merge(words, times, Long::sum));
        live += other.live;
    }

    public Tally copy() {
        var copy = new Tally();
        copy.add(this);
        return copy;
    }
}
