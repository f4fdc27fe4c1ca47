package dev.keyline.iax.endpoint;

import dev.keyline.iax.call.MediaClock;
import dev.keyline.iax.call.VoiceLength;
import dev.keyline.iax.message.MediaFormat;
import org.jspecify.annotations.Nullable;

/// What one call says: which format, which stamp, full frame or mini frame.
final class Media {
    private MediaClock clock = new MediaClock();
    private @Nullable MediaFormat spoken;
    private int lastSpokenStamp;

    /// Another peer hears us, who knows nothing of what was.
    void restart() {
        clock = new MediaClock();
        spoken = null;
        lastSpokenStamp = 0;
    }

    int elapsed(long now) {
        return clock.elapsed(now);
    }

    int stampCommand(long now) {
        return clock.stampCommand(now);
    }

    int stampSignal(long now) {
        return clock.stampSignal(now);
    }

    int stampPicture(long now) {
        return clock.stampPicture(now);
    }

    /// Whether a block in this format can be a piece of a trunk: the peer knows the format. A
    /// multiple of 0x8000 ms makes no difference to those, as in Asterisk: a full frame would
    /// overtake the pieces that wait.
    boolean isSpoken(MediaFormat format) {
        return format == spoken;
    }

    /// The timestamp of a block of voice of so many octets.
    int stampVoice(MediaFormat format, int length, long now) {
        return clock.stampVoice(now, VoiceLength.millis(format, length));
    }

    /// Whether a block of voice goes in a full frame: the first one, the first of another format,
    /// and the first after a multiple of 0x8000 ms (RFC 5456 §6.10 demands it there and §8.1.2 at
    /// each wrap of 16 bits; Asterisk does neither, and takes both). It counts as spoken.
    boolean mustBeFull(MediaFormat format, int stamp) {
        boolean full = format != spoken || stamp >>> 15 != lastSpokenStamp >>> 15;
        spoken = format;
        lastSpokenStamp = stamp;
        return full;
    }
}
