package dev.keyline.iax.endpoint;

import dev.keyline.iax.message.MediaFormat;

/// The way of voice from one call to another, or back to the same: a block in a format that the
/// other call speaks anyway goes out as it came in, under another head. All else becomes news, for
/// whoever joined the two to translate.
record Passage(Mouth to) implements Earpiece {
    @Override
    public boolean hears(
            MediaFormat format, int timestamp, byte[] octets, int offset, int length, long now) {
        if (!to.speaks(format)) {
            return false;
        }
        to.speak(format, octets, offset, length, now);
        return true;
    }
}
