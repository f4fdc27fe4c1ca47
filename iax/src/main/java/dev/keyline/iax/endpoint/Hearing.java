package dev.keyline.iax.endpoint;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.HeardClock;
import dev.keyline.iax.call.VoiceLength;
import dev.keyline.iax.jitter.ArrivalCounts;
import dev.keyline.iax.jitter.JitterBuffer;
import dev.keyline.iax.jitter.JitterSettings;
import dev.keyline.iax.jitter.JitterStatistics;
import dev.keyline.iax.jitter.Playout;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.ReceiverReport;
import dev.keyline.iax.wire.Bytes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What one call hears: the format and the stamps of its voice, which reaches the user as it comes
/// or, if the user wants one, through a jitter buffer.
final class Hearing extends HeardClock {
    private static final long MILLIS = 1_000_000;

    private ArrivalCounts counts = new ArrivalCounts();
    private final Consumer<CallEvent> user;
    private @Nullable MediaFormat format;
    private @Nullable JitterBuffer<CallEvent.Heard> buffer;

    /// When their clock began by ours, nanoseconds, once voice has come.
    private long begin;

    private boolean begun;

    private @Nullable Earpiece earpiece;
    private long playing;

    private final Playout<CallEvent.Heard> playout =
            new Playout<>() {
                @Override
                public void play(CallEvent.Heard block) {
                    var octets = block.payload().toArray();
                    hand(block.format(), block.timestamp(), octets, 0, octets.length, playing);
                }

                @Override
                public void conceal(int timestamp, int millis) {
                    missed(timestamp, millis);
                }
            };

    Hearing(Consumer<CallEvent> user) {
        this.user = user;
    }

    private void missed(int timestamp, int millis) {
        if (format != null) {
            user.accept(new CallEvent.Missed(format, timestamp, millis));
        }
    }

    /// The format of the last full voice frame, which is that of mini frames after it.
    @Nullable MediaFormat format() {
        return format;
    }

    /// A full voice frame came in this format; an unknown one leaves everything as it was
    /// (AST-2021-008).
    @Nullable MediaFormat format(long bit) {
        var named = MediaFormat.ofBit(bit);
        if (named != null && named.isAudio()) {
            format = named;
            return named;
        }
        return null;
    }

    /// The full timestamp of a piece that has none of its own.
    ///
    /// @param arrival when it should have come, in nanoseconds
    int bare(long arrival) {
        return full(begun ? (int) ((arrival - begin) / MILLIS) : 0);
    }

    /// Who hears voice first, from now on; nobody if null.
    void earpiece(@Nullable Earpiece ear) {
        earpiece = ear;
    }

    /// A block of voice.
    void voice(MediaFormat in, int timestamp, byte[] octets, int offset, int length, long now) {
        int millis = VoiceLength.millis(in, length);
        if (!begun) {
            begun = true;
            begin = now - timestamp * MILLIS;
        }
        counts.heard(timestamp, millis, now);
        if (buffer == null) {
            hand(in, timestamp, octets, offset, length, now);
        } else {
            var block = new CallEvent.Heard(in, timestamp, Bytes.copyOf(octets, offset, length));
            buffer.put(block, timestamp, millis, now);
        }
    }

    private void hand(
            MediaFormat in, int timestamp, byte[] octets, int offset, int length, long now) {
        if (earpiece == null || !earpiece.hears(in, timestamp, octets, offset, length, now)) {
            var payload = Bytes.copyOf(octets, offset, length);
            user.accept(new CallEvent.Heard(in, timestamp, payload));
        }
    }

    /// They say that they fall silent.
    void silence() {
        if (buffer != null) {
            buffer.silence();
        }
    }

    /// From now on voice goes through a buffer; one that is there already is kept.
    void buffer(JitterSettings settings) {
        if (buffer == null) {
            buffer = new JitterBuffer<>(settings);
        }
    }

    /// From now on voice goes to the user as it comes; what waits goes first.
    void unbuffer(long now) {
        flush(now);
        buffer = null;
    }

    /// Somebody else speaks from now on, by another clock.
    void restart(long now) {
        flush(now);
        restart();
        counts = new ArrivalCounts();
        begun = false;
        format = null;
        buffer = buffer == null ? null : new JitterBuffer<>(buffer.settings());
    }

    /// Whether voice waits here, so that something is [#due].
    boolean isBuffered() {
        return buffer != null;
    }

    /// The call ends: what waits is the last that is heard of it.
    void flush(long now) {
        playing = now;
        if (buffer != null) {
            buffer.flush(playout);
        }
    }

    void play(long now) {
        if (buffer != null) {
            playing = now;
            buffer.play(now, playout);
        }
    }

    /// When [#play] has something to do next.
    long due() {
        return buffer == null ? Long.MAX_VALUE : buffer.due();
    }

    /// What the receiver reports of RFC 5456 §8.6.35 and after say. Asterisk without a buffer
    /// reports one block, whatever came; we count.
    ReceiverReport report() {
        return report(buffer == null ? counts.statistics() : buffer.statistics());
    }

    private static ReceiverReport report(JitterStatistics seen) {
        return new ReceiverReport(
                seen.jitter(),
                seen.lossPercent(),
                seen.lost(),
                seen.received(),
                Math.min(seen.delay(), 0xFFFF),
                seen.dropped(),
                seen.outOfOrder());
    }
}
