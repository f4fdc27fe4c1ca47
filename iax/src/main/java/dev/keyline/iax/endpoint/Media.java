package dev.keyline.iax.endpoint;

import dev.keyline.iax.call.MediaClock;
import dev.keyline.iax.call.VoiceLength;
import dev.keyline.iax.message.MediaFormat;
import org.jspecify.annotations.Nullable;

/// What one call says: which format, which stamp, full frame or mini frame. It is its clock rather
/// than has one: each block of voice asks both, and one object is one line of a processor's cache.
class Media extends MediaClock {
    private @Nullable MediaFormat spoken;
    private int lastSpokenStamp;

    /// Another peer hears us, who knows nothing of what was.
    @Override
    public void restart() {
        super.restart();
        spoken = null;
        lastSpokenStamp = 0;
    }

    /// Whether a block in this format can be a piece of a trunk: the peer knows the format. A
    /// multiple of 0x8000 ms makes no difference to those, as in Asterisk: a full frame would
    /// overtake the pieces that wait.
    boolean isSpoken(MediaFormat format) {
        return format == spoken;
    }

    /// The timestamp of a block of voice of so many octets.
    int stampVoice(MediaFormat format, int length, long now) {
        return stampVoice(now, VoiceLength.millis(format, length));
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
