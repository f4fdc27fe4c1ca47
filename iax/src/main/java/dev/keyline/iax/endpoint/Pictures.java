package dev.keyline.iax.endpoint;

import dev.keyline.iax.delivery.Delivery;
import dev.keyline.iax.message.Video;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.MetaFrame;

/// What one call shows: full frame or meta frame, and under which stamp.
final class Pictures {
    /// Pieces of a picture that are further apart have lost the piece with the mark between them.
    private static final int LONGEST_PICTURE = 160;

    private final Media media;
    private long shown;
    private int stamp;
    private boolean begun;

    Pictures(Media media) {
        this.media = media;
    }

    /// Another peer sees us, who knows nothing of what was.
    void restart() {
        shown = 0;
        begun = false;
    }

    /// A piece of a picture: full if it is the first, if the format changed, or if the stamp is
    /// past a multiple of 0x8000 ms, of which a meta frame has only 15 bits; else meta (RFC 5456
    /// §8.1.3.1).
    Frame show(Video video, Delivery delivery, long now) {
        int before = stamp;
        stamp = stamp(now);
        begun = !video.mark();
        boolean full = video.format() != shown || stamp >>> 15 != before >>> 15;
        shown = video.format();
        return full
                ? delivery.post(video.body(), stamp, now)
                : new MetaFrame.Video(
                        delivery.ours(), video.mark(), stamp & 0x7FFF, video.payload());
    }

    /// All pieces of a picture bear one stamp, by which a receiver puts them together.
    private int stamp(long now) {
        return begun && media.elapsed(now) - stamp <= LONGEST_PICTURE
                ? stamp
                : media.stampPicture(now);
    }
}
