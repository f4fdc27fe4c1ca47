package dev.keyline.iax.endpoint;

import dev.keyline.iax.cipher.Cipher;
import dev.keyline.iax.cipher.Inward;
import dev.keyline.iax.cipher.Slate;
import dev.keyline.iax.wire.FullFrame;
import java.util.List;

/// Whether an opened mini frame is voice or the noise of a wrong key, which hurts in the ear. There
/// is nothing to go by but its stamp, which goes with the clock since the last, and its length,
/// which seldom changes. One frame of noise in a hundred gets through. A talker whose clock has
/// really jumped is believed again after a while.
///
/// It is the keys that open frames rather than has them, for the reason that [Ears] gives.
final class VoiceSense extends Inward implements Inward.Voice {
    private static final long MILLIS = 1_000_000;

    /// How much later a frame may come than the fastest, and how much sooner, in milliseconds.
    private static final int LATE = 2000;

    private static final int SOON = 4000;

    /// The same for a frame of another length than the last.
    private static final int STRICT = 150;

    private static final int PATIENCE = 200;

    private final Slate slate;
    private long now;
    private long heardAt;
    private int last;
    private int length;
    private boolean started;
    private int doubts;

    VoiceSense(List<Cipher> candidates, Slate slate) {
        super(candidates);
        this.slate = slate;
    }

    /// A mini frame, from its timestamp on.
    ///
    /// @return where the timestamp is in [#opened], and behind it the voice up to `length`; or
    ///   [Cipher#NOISE]
    int open(byte[] octets, int offset, int length, long time) {
        now = time;
        doubts++;
        return open(octets, offset, length, slate, this);
    }

    /// What was opened last of a mini frame, of this call or another.
    byte[] opened() {
        return slate.opened();
    }

    /// Full voice says when and how the talker began; a repetition later on says nothing new.
    void heard(FullFrame full, long time) {
        now = time;
        int stamp = full.timestamp();
        if (!started || stamp - due() > 0) {
            learn(stamp, full.body().data().length());
        }
    }

    /// Before the first full voice nothing can be said, and nothing is heard.
    @Override
    public boolean makesSense(int timestamp, int size) {
        if (!started) {
            return true;
        }
        short off = (short) (timestamp - due());
        int tolerance = size == length ? SOON : STRICT;
        boolean fits = off <= tolerance && off >= -Math.min(tolerance, LATE);
        if (!fits && doubts < PATIENCE) {
            return false;
        }
        // Frames that take longer than others must not drag the clock behind.
        learn(due() + (off > 0 || !fits ? off : off / 16), size);
        return true;
    }

    /// Whether the last frames made no sense, so that it is time to ask whether we have missed a
    /// change of the key; not for each frame, that would be a storm.
    boolean isPuzzled() {
        return doubts % 16 == 1;
    }

    /// What the talker's clock shows now.
    private int due() {
        return last + (int) ((now - heardAt) / MILLIS);
    }

    private void learn(int stamp, int size) {
        last = stamp;
        heardAt = now;
        length = size;
        started = true;
        doubts = 0;
    }
}
