package dev.keyline.iax.endpoint;

import dev.keyline.iax.call.VoiceLength;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.Voice;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.MiniFrame;
import org.jspecify.annotations.Nullable;

/// Takes in the voice of one call, in each form in which it travels: full frames, mini frames,
/// sealed or not, and pieces of trunks. What may be heard goes on to [Hearing].
final class Ears {
    private final Conversation call;
    private final Hearing hearing;

    /// What [Conversation] says of itself, kept here because each block of voice asks.
    private boolean accepted;

    private boolean sealed;

    Ears(Conversation call, Hearing hearing) {
        this.call = call;
        this.hearing = hearing;
    }

    /// Whether the call is accepted, and whether it is encrypted.
    void know(boolean isAccepted, boolean isSealed) {
        accepted = isAccepted;
        sealed = isSealed;
    }

    void full(Voice voice, int timestamp, long now) {
        var format = hearing.format(voice.format());
        if (format == null) {
            var bit = Long.toHexString(voice.format());
            call.note(Oddity.UNKNOWN_MEDIA, "format bit " + bit);
        } else if (accepted) {
            var octets = voice.payload().toArray();
            take(format, timestamp, octets, 0, octets.length, now);
        } else {
            call.note(Oddity.EARLY_MEDIA, "voice");
        }
    }

    /// A mini frame: the low 16 bits of its stamp, and where its voice is.
    void mini(int low, byte[] octets, int offset, int length, long now) {
        if (sealed) {
            sealed(low, Bytes.copyOf(octets, offset, length), now);
        } else {
            loose(low, octets, offset, length, now);
        }
    }

    private void sealed(int low, Bytes payload, long now) {
        var plain = call.seal().open(new MiniFrame(call.theirs(), low, payload), now);
        if (plain.isEmpty()) {
            noise(now);
        } else {
            var octets = plain.get().payload().toArray();
            loose(plain.get().timestamp(), octets, 0, octets.length, now);
        }
    }

    /// What no encoder of this format makes is no voice; it would come out as noise, or confuse
    /// whoever decodes it.
    private void take(
            MediaFormat format, int timestamp, byte[] octets, int offset, int length, long now) {
        if (VoiceLength.fits(format, length)) {
            hearing.voice(format, timestamp, octets, offset, length, now);
            if (hearing.isBuffered()) {
                call.office().touch(call);
            }
        } else if (length > 0) {
            call.note(Oddity.ODD_LENGTH, length + " octets of " + format);
        }
    }

    private void noise(long now) {
        call.note(Oddity.UNDECIPHERABLE, "a mini frame");
        if (call.seal().isPuzzled()) {
            call.post().askAgain(now);
        }
    }

    private void loose(int low, byte[] octets, int offset, int length, long now) {
        var format = formatOfLoose("a mini frame", now);
        if (format != null) {
            take(format, hearing.mini(low), octets, offset, length, now);
        }
    }

    /// A piece of a trunk with a timestamp of its own, which is as good as a mini frame.
    void piece(int low, byte[] octets, int offset, int length, long now) {
        var format = formatOfPiece(now);
        if (format != null) {
            take(format, hearing.mini(low), octets, offset, length, now);
        }
    }

    /// A piece of a trunk without timestamp.
    ///
    /// @param arrival when it should have come, in nanoseconds
    void barePiece(long arrival, byte[] octets, int offset, int length, long now) {
        var format = formatOfPiece(now);
        if (format != null) {
            take(format, hearing.bare(arrival), octets, offset, length, now);
        }
    }

    /// Nobody knows who made a piece in the clear, so an encrypted call takes none. (Asterisk sends
    /// and takes them.)
    private @Nullable MediaFormat formatOfPiece(long now) {
        if (sealed) {
            call.note(Oddity.CLEAR_VOICE, "a piece of a trunk");
            return null;
        }
        return formatOfLoose("a piece of a trunk", now);
    }

    /// Before the first full voice frame the codec is unknown, so that one is asked for.
    private @Nullable MediaFormat formatOfLoose(String what, long now) {
        if (!accepted) {
            call.note(Oddity.EARLY_MEDIA, what);
            return null;
        }
        if (hearing.format() == null) {
            call.post().askAgain(now);
        }
        return hearing.format();
    }
}
