package dev.keyline.iax.endpoint;

import dev.keyline.iax.cipher.Outward;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.Quelch;
import dev.keyline.iax.message.Unquelch;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.PeerAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Sends the voice of one call, in the form in which it has to travel: full frame, mini frame,
/// sealed or not, or piece of a trunk. A mini frame in the clear and a piece are written in place.
///
/// All that a block asks on its way out is in this one object, for the reason that [Ears] gives.
final class Mouth extends Media implements Mouthpiece {
    private final Office office;
    private final int ours;
    private @Nullable Conversation call;
    private boolean trunked;
    private boolean quelched;

    /// What [Conversation] says of itself, kept here because each block of voice asks.
    private boolean accepted;

    private @Nullable Outward seal;
    private boolean keyFirst;
    private boolean split;
    private PeerAddress to;

    Mouth(Office office, CallNumber ours, PeerAddress to) {
        this.office = office;
        this.ours = ours.value();
        this.to = to;
    }

    /// Whose mouth it is.
    void of(Conversation owner) {
        call = owner;
    }

    private Conversation call() {
        return Objects.requireNonNull(call, "it is told as soon as there is one");
    }

    /// Whether the call is accepted, and what seals it if it is encrypted.
    void know(boolean isAccepted, @Nullable Outward sealedBy) {
        accepted = isAccepted;
        seal = sealedBy;
    }

    /// A new key of ours goes out before the first voice.
    void changeKeyFirst() {
        keyFirst = true;
    }

    /// Where voice without a number goes.
    ///
    /// @param another whether that is another way than that of all else
    void send(PeerAddress where, boolean another) {
        to = where;
        split = another;
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

    @Override
    public int glance() {
        return predicted() + ours + (seal == null ? 0 : seal.glance());
    }

    /// Whether this call speaks that format already, so that another block needs no full frame but
    /// now and then.
    boolean speaks(MediaFormat format) {
        return accepted && isSpoken(format);
    }

    /// Dropped as well while nobody wants to hear it.
    @Override
    public void speak(MediaFormat format, byte[] octets, int offset, int length, long now) {
        office.at(now); // whoever has us as a mouthpiece comes by no other way
        if (!accepted || quelched) {
            return;
        }
        if (keyFirst) {
            keyFirst = false;
            call().changeFirstKey(now);
        }
        int stamp = stampVoice(format, length, now);
        if (goesByTrunk(format)) {
            office.sendByTrunk(to, ours, stamp, octets, offset, length);
        } else if (mustBeFull(format, stamp)) {
            call().post().speakFull(format, stamp, Bytes.copyOf(octets, offset, length), now);
            office.touch(call());
        } else {
            speakMini(stamp, octets, offset, length);
        }
    }

    /// Whoever cannot open what we seal hears us in the clear.
    private void speakMini(int stamp, byte[] octets, int offset, int length) {
        if (seal != null && seal.isSealing()) {
            int size = seal.mini(ours, stamp, octets, offset, length);
            office.send(to, seal.voice(), 0, size);
        } else {
            office.sendMini(to, ours, stamp, octets, offset, length);
        }
    }

    private boolean goesByTrunk(MediaFormat format) {
        return trunked && seal == null && !split && isSpoken(format);
    }
}
