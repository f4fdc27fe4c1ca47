package dev.keyline.pbx.application;

import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.ToneSource;
import dev.keyline.pbx.channel.Channel;

/// Speaks samples at the pace of a clock: 20 ms every 20 ms. What the loop was late for is made up
/// for, unless it was very late.
final class Speech {
    private static final int SAMPLES = 160;
    private static final long BLOCK = 20 * Durations.MILLI;
    private static final long TOO_LATE = 10 * BLOCK;

    private final Source source;
    private final short[] block = new short[SAMPLES];
    private long next;

    /// Where samples come from.
    interface Source {
        /// Fills the block.
        ///
        /// @return false when nothing is left
        boolean fill(short[] block);
    }

    /// @param start when the first block is due
    Speech(Source source, long start) {
        this.source = source;
        this.next = start;
    }

    static Source tone(Cadence cadence) {
        var tone = new ToneSource(cadence);
        return block -> {
            boolean more = !tone.finished();
            tone.next(block, 0, block.length);
            return more;
        };
    }

    static Source samples(short[] samples) {
        return new Source() {
            private int at;

            @Override
            public boolean fill(short[] block) {
                int count = Math.min(block.length, samples.length - at);
                System.arraycopy(samples, at, block, 0, count);
                java.util.Arrays.fill(block, count, block.length, (short) 0);
                at += count;
                return count > 0;
            }
        };
    }

    /// Speaks what is due.
    ///
    /// @return when more is; `Long.MAX_VALUE` when all is said
    long speak(Channel channel, long now) {
        if (now - next > TOO_LATE) {
            next = now;
        }
        while (next <= now) {
            if (!source.fill(block)) {
                return Long.MAX_VALUE;
            }
            channel.speak(block, now);
            next += BLOCK;
        }
        return next;
    }
}
