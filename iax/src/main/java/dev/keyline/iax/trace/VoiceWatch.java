package dev.keyline.iax.trace;

import dev.keyline.iax.call.HeardClock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Looks at one direction of a call's voice as it passes: what comes late, what is missing, how
/// evenly it comes. Late is measured against the fastest block so far, because the two clocks have
/// nothing else in common.
///
/// Not thread-safe.
public final class VoiceWatch {
    /// A block that is this many milliseconds later than the fastest is worth a remark; smaller
    /// jitter buffers would have given it up.
    public static final int LATE = 60;

    private static final long MILLIS = 1_000_000;

    private final HeardClock clock = new HeardClock();
    private OptionalInt last = OptionalInt.empty();
    private int step = Integer.MAX_VALUE;
    private long fastest = Long.MAX_VALUE;
    private long before;
    private long seen;
    private double jitter;
    private int blocks;
    private int late;
    private int worst;
    private int missing;
    private int reordered;

    /// A block with a full timestamp.
    ///
    /// @param nanos when it passed, by any clock
    /// @return what is odd about it
    public List<String> full(int timestamp, long nanos) {
        return heard(clock.full(timestamp), nanos);
    }

    /// A block with 16 bits of its timestamp.
    public List<String> mini(int low, long nanos) {
        if (last.isPresent()) {
            clock.full(due(nanos)); // 16 bits last a minute, a pause may be longer
        }
        return heard(clock.mini(low), nanos);
    }

    /// A block without a timestamp of its own.
    public void bare() {
        blocks++;
    }

    /// Whether a block may bear such a timestamp now.
    ///
    /// @param within milliseconds it may be off
    boolean isNear(int low, long nanos, int within) {
        return last.isPresent() && Math.abs((short) (low - due(nanos))) <= within;
    }

    /// The timestamp of a block that passes now, if all goes evenly.
    private int due(long nanos) {
        return last.orElse(0) + (int) ((nanos - seen) / MILLIS);
    }

    private List<String> heard(int timestamp, long nanos) {
        var odd = new ArrayList<String>();
        long transit = nanos / MILLIS - timestamp;
        if (blocks > 0) {
            jitter += (Math.abs(transit - before) - jitter) / 16; // RFC 3550 §6.4.1
        }
        blocks++;
        before = transit;
        seen = nanos;
        fastest = Math.min(fastest, transit);
        judge((int) (transit - fastest), odd);
        last.ifPresent(previous -> gap(timestamp - previous, odd));
        last = OptionalInt.of(last.isPresent() ? Math.max(last.getAsInt(), timestamp) : timestamp);
        return odd;
    }

    private void judge(int behind, List<String> odd) {
        worst = Math.max(worst, behind);
        if (behind > LATE) {
            late++;
            odd.add("late by " + behind + " ms");
        }
    }

    private void gap(int since, List<String> odd) {
        if (since < 0) {
            reordered++;
            odd.add("overtaken");
        } else if (since > 0) {
            step = Math.min(step, since);
            if (since > step + step / 2) {
                missing += since - step;
                odd.add("after a gap of " + (since - step) + " ms");
            }
        }
    }

    public int blocks() {
        return blocks;
    }

    /// How many came more than [#LATE] milliseconds later than the fastest.
    public int late() {
        return late;
    }

    /// Milliseconds by which the latest came later than the fastest.
    public int worst() {
        return worst;
    }

    /// Milliseconds that nothing was heard for; a sender that falls silent looks the same.
    public int missing() {
        return missing;
    }

    public int reordered() {
        return reordered;
    }

    /// Milliseconds, as RTP counts it.
    public int jitter() {
        return (int) Math.round(jitter);
    }
}
