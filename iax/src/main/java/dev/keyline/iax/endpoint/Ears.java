package dev.keyline.iax.endpoint;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.HeardClock;
import dev.keyline.iax.call.VoiceLength;
import dev.keyline.iax.cipher.Cipher;
import dev.keyline.iax.jitter.ArrivalCounts;
import dev.keyline.iax.jitter.JitterSettings;
import dev.keyline.iax.jitter.JitterStatistics;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.ReceiverReport;
import dev.keyline.iax.message.Voice;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.Reader;
import org.jspecify.annotations.Nullable;

/// Takes in the voice of one call, in each form in which it travels: full frames, mini frames,
/// sealed or not, and pieces of trunks. What may be heard goes to another call, to an [Earpiece],
/// or becomes news; through a jitter buffer first, if the user wants one.
///
/// All that a block of voice has to ask on this side of the call is in this one object, its counts
/// included. Between two blocks of a call pass those of a thousand others, and what they ask is in
/// no near cache any more: each object more is one more wait for memory.
final class Ears extends ArrivalCounts {
    private static final long MILLIS = 1_000_000;

    private final Conversation call;

    /// What [Conversation] says of itself.
    private boolean accepted;

    private @Nullable VoiceSense seal;

    /// The format of the last full voice frame, which is that of mini frames after it.
    private @Nullable MediaFormat format;

    /// Media time of theirs that came last.
    private int last;

    /// When their clock began by ours, nanoseconds, once voice has come.
    private long begin;

    private boolean begun;

    private @Nullable Mouth other;
    private @Nullable Earpiece earpiece;
    private @Nullable Hearing buffer;

    Ears(Conversation call) {
        this.call = call;
    }

    /// Whether the call is accepted, and what opens voice if it is encrypted.
    void know(boolean isAccepted, @Nullable VoiceSense openedBy) {
        accepted = isAccepted;
        seal = openedBy;
    }

    /// Whose ears they are.
    Conversation call() {
        return call;
    }

    /// Who hears voice first, from now on; nobody if null.
    void earpiece(@Nullable Earpiece ear) {
        earpiece = ear;
        other = null;
    }

    /// Voice goes to another call as it came, or back on the same: under another head, as long as
    /// that call speaks the format anyway. All else becomes news, for whoever joined the two to
    /// translate.
    void pass(Mouth to) {
        earpiece = null;
        other = to;
    }

    /// Looks at the first and the last of what the next block will ask, here and at the call that
    /// hears it, so that all of it is on its way from memory.
    ///
    /// @return a number of no meaning, which a caller has to use, or nothing is looked at
    int glance() {
        var to = other;
        int mine = received() + (begun ? 1 : 0) + (seal == null ? 0 : seal.glance());
        return to == null ? mine : mine + to.glance();
    }

    /// A frame with a full timestamp of theirs; ACK, PONG and LAGRP do not count, they echo ours.
    void stamped(int timestamp) {
        last = timestamp;
    }

    /// A full voice frame. An unknown format leaves everything as it was (AST-2021-008).
    void full(Voice voice, int timestamp, long now) {
        var named = MediaFormat.ofBit(voice.format());
        if (named == null || !named.isAudio()) {
            var bit = Long.toHexString(voice.format());
            call.note(Oddity.UNKNOWN_MEDIA, "format bit " + bit);
            return;
        }
        format = named;
        if (accepted) {
            var octets = voice.payload().toArray();
            take(named, timestamp, octets, 0, octets.length, now);
        } else {
            call.note(Oddity.EARLY_MEDIA, "voice");
        }
    }

    /// A mini frame: the low 16 bits of its stamp, and its voice behind them.
    ///
    /// @param stamp where they are
    /// @param end where the voice ends
    void mini(byte[] octets, int stamp, int end, long now) {
        if (seal == null) {
            loose(octets, stamp, end, now);
        } else {
            sealed(seal, octets, stamp, end - stamp, now);
        }
    }

    private void sealed(VoiceSense by, byte[] octets, int offset, int length, long now) {
        int at = by.open(octets, offset, length, now);
        if (at == Cipher.NOISE) {
            noise(now);
        } else {
            loose(by.opened(), at, length, now);
        }
    }

    private void noise(long now) {
        call.note(Oddity.UNDECIPHERABLE, "a mini frame");
        if (call.seal().isPuzzled()) {
            call.post().askAgain(now);
        }
    }

    private void loose(byte[] octets, int stamp, int end, long now) {
        var known = formatOfLoose("a mini frame", now);
        if (known != null) {
            last = HeardClock.nearest(last, Reader.u16(octets, stamp));
            int voice = stamp + MiniFrame.HEADER - MiniFrame.STAMP;
            take(known, last, octets, voice, end - voice, now);
        }
    }

    /// A piece of a trunk with a timestamp of its own, which is as good as a mini frame.
    void piece(int low, byte[] octets, int offset, int length, long now) {
        var known = formatOfPiece(now);
        if (known != null) {
            last = HeardClock.nearest(last, low);
            take(known, last, octets, offset, length, now);
        }
    }

    /// A piece of a trunk without timestamp.
    ///
    /// @param arrival when it should have come, in nanoseconds
    void barePiece(long arrival, byte[] octets, int offset, int length, long now) {
        var known = formatOfPiece(now);
        if (known != null) {
            last = begun ? (int) ((arrival - begin) / MILLIS) : 0;
            take(known, last, octets, offset, length, now);
        }
    }

    /// Nobody knows who made a piece in the clear, so an encrypted call takes none. (Asterisk sends
    /// and takes them.)
    private @Nullable MediaFormat formatOfPiece(long now) {
        if (seal != null) {
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
        if (format == null) {
            call.post().askAgain(now);
        }
        return format;
    }

    /// What no encoder of this format makes is no voice; it would come out as noise, or confuse
    /// whoever decodes it.
    private void take(
            MediaFormat in, int timestamp, byte[] octets, int offset, int length, long now) {
        if (VoiceLength.fits(in, length)) {
            voice(in, timestamp, octets, offset, length, now);
        } else if (length > 0) {
            call.note(Oddity.ODD_LENGTH, length + " octets of " + in);
        }
    }

    private void voice(
            MediaFormat in, int timestamp, byte[] octets, int offset, int length, long now) {
        int millis = VoiceLength.millis(in, length);
        if (!begun) {
            begun = true;
            begin = now - timestamp * MILLIS;
        }
        heard(timestamp, millis, now);
        if (buffer == null) {
            hand(in, timestamp, octets, offset, length, now);
        } else {
            var block = new CallEvent.Heard(in, timestamp, Bytes.copyOf(octets, offset, length));
            buffer.put(block, millis, now);
            call.office().touch(call);
        }
    }

    /// A block that is to be heard now.
    void hand(MediaFormat in, int timestamp, byte[] octets, int offset, int length, long now) {
        if (other != null && other.speaks(in)) {
            other.speak(in, octets, offset, length, now);
        } else if (earpiece == null
                || !earpiece.hears(in, timestamp, octets, offset, length, now)) {
            var payload = Bytes.copyOf(octets, offset, length);
            call.office().tell(call, new CallEvent.Heard(in, timestamp, payload));
        }
    }

    /// So much is missing of what should be heard now.
    void missed(int timestamp, int millis) {
        if (format != null) {
            call.office().tell(call, new CallEvent.Missed(format, timestamp, millis));
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
            buffer = new Hearing(this, settings);
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
        last = 0;
        begun = false;
        format = null;
        if (buffer != null) {
            buffer.restart();
        }
    }

    /// The call ends: what waits is the last that is heard of it.
    void flush(long now) {
        if (buffer != null) {
            buffer.flush(now);
        }
    }

    void play(long now) {
        if (buffer != null) {
            buffer.play(now);
        }
    }

    /// When [#play] has something to do next.
    long due() {
        return buffer == null ? Long.MAX_VALUE : buffer.due();
    }

    /// What the receiver reports of RFC 5456 §8.6.35 and after say. Asterisk without a buffer
    /// reports one block, whatever came; we count.
    ReceiverReport report() {
        return report(buffer == null ? statistics() : buffer.statistics());
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
