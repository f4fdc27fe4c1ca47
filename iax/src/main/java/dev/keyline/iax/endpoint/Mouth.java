package dev.keyline.iax.endpoint;

import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.Quelch;
import dev.keyline.iax.message.Unquelch;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.MiniFrame;

/// Sends the voice of one call, in the form in which it has to travel: full frame, mini frame,
/// sealed or not, or piece of a trunk. A mini frame in the clear and a piece are written in place.
final class Mouth {
    private final Conversation call;
    private final Media media;
    private boolean trunked;
    private boolean quelched;

    Mouth(Conversation call, Media media) {
        this.call = call;
        this.media = media;
    }

    /// Whether voice shares envelopes with that of other calls from now on.
    void trunked(boolean shares) {
        trunked = shares;
    }

    /// A peer that says QUELCH wants no voice of ours until UNQUELCH (RFC 5456 §6.4.4, §6.4.5).
    void heard(Message message) {
        switch (message) {
            case Quelch _ -> quelched = true;
            case Unquelch _ -> quelched = false;
            default -> {}
        }
    }

    /// Whether this call speaks that format already, so that another block needs no full frame but
    /// now and then.
    boolean speaks(MediaFormat format) {
        return call.leg().isAccepted() && media.isSpoken(format);
    }

    /// A block of voice; dropped while nobody has accepted the call, or wants to hear it.
    void speak(MediaFormat format, byte[] octets, int offset, int length, long now) {
        if (!call.leg().isAccepted() || quelched) {
            return;
        }
        call.changeKeyIfDue(now);
        int stamp = media.stampVoice(format, length, now);
        if (goesByTrunk(format)) {
            call.office().sendByTrunk(call, stamp, octets, offset, length);
        } else if (media.mustBeFull(format, stamp)) {
            call.post().speakFull(format, stamp, Bytes.copyOf(octets, offset, length), now);
        } else if (call.seal().isOn()) {
            sealed(stamp, Bytes.copyOf(octets, offset, length));
        } else {
            call.office().sendMini(call, stamp, octets, offset, length);
        }
    }

    private boolean goesByTrunk(MediaFormat format) {
        return trunked
                && !call.seal().isOn()
                && !call.handover().isSplit()
                && media.isSpoken(format);
    }

    private void sealed(int stamp, Bytes payload) {
        var frame = new MiniFrame(call.ours(), stamp & 0xFFFF, payload);
        var datagram = call.seal().loose(frame);
        call.office().send(call.handover().minisTo(), datagram, 0, datagram.length);
    }
}
