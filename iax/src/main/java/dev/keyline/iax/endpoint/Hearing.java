package dev.keyline.iax.endpoint;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.jitter.JitterBuffer;
import dev.keyline.iax.jitter.JitterSettings;
import dev.keyline.iax.jitter.JitterStatistics;
import dev.keyline.iax.jitter.Playout;

/// The voice of one call on its way through a jitter buffer, for a user who wants one.
final class Hearing {
    private final Ears ears;
    private final JitterSettings settings;
    private JitterBuffer<CallEvent.Heard> buffer;
    private long playing;

    private final Playout<CallEvent.Heard> playout =
            new Playout<>() {
                @Override
                public void play(CallEvent.Heard block) {
                    var octets = block.payload().toArray();
                    ears.hand(block.format(), block.timestamp(), octets, 0, octets.length, playing);
                }

                @Override
                public void conceal(int timestamp, int millis) {
                    ears.missed(timestamp, millis);
                }
            };

    Hearing(Ears ears, JitterSettings settings) {
        this.ears = ears;
        this.settings = settings;
        this.buffer = new JitterBuffer<>(settings);
    }

    /// A block of voice of so many milliseconds.
    void put(CallEvent.Heard block, int millis, long now) {
        buffer.put(block, block.timestamp(), millis, now);
    }

    /// They say that they fall silent.
    void silence() {
        buffer.silence();
    }

    /// Somebody else speaks from now on; what waits was played before.
    void restart() {
        buffer = new JitterBuffer<>(settings);
    }

    /// Hands over all that waits.
    void flush(long now) {
        playing = now;
        buffer.flush(playout);
    }

    void play(long now) {
        playing = now;
        buffer.play(now, playout);
    }

    /// When [#play] has something to do next.
    long due() {
        return buffer.due();
    }

    JitterStatistics statistics() {
        return buffer.statistics();
    }
}
