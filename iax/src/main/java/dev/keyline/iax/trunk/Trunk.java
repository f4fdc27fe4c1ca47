package dev.keyline.iax.trunk;

import dev.keyline.iax.wire.MetaFrame;
import dev.keyline.iax.wire.Writer;
import java.util.Arrays;

/// What goes to one address by trunk: pieces wait until their envelope is due or full.
///
/// Two differences from Asterisk, both for the receiver's sake: an envelope is never longer than
/// the MTU (there it may be, by less than a piece), and pieces without timestamps of one call never
/// share one, for they would share its stamp.
public final class Trunk {
    private TrunkSettings settings;
    private final Kind kind;
    private final TrunkClock clock;
    private final Out out;
    private char[] aboard = new char[8];
    private int pieces;

    /// A bit for what is left of each number aboard when divided by 64: of most calls it says at
    /// once that they are not.
    private long marks;

    private final Writer envelope = new Writer();
    private int length;
    private long due = Long.MAX_VALUE;
    private long sent;

    /// Where envelopes go.
    @FunctionalInterface
    public interface Out {
        /// Sends one.
        ///
        /// @param octets begin with an envelope of this length; valid only during this call
        void send(byte[] octets, int length);
    }

    /// @param out where envelopes go
    public Trunk(TrunkSettings settings, Out out) {
        this.settings = settings;
        this.kind = settings.timestamps() ? Kind.STAMPED : Kind.BARE;
        this.clock = new TrunkClock(settings.every());
        this.out = out;
    }

    /// Changes how much fits into an envelope, how much may wait, and for how long. The kind stays
    /// what the other side is used to.
    public void settings(TrunkSettings fresh) {
        settings = fresh;
    }

    /// Takes a piece of a call's voice, and sends what waits if there is no room beside it.
    ///
    /// @param ours our number of the call
    /// @param timestamp media time of the call, of which 16 bits may travel
    /// @param octets have the piece, of `size` octets, at `offset`
    /// @return false if there is no room for it (`trunkmaxsize`)
    public boolean add(int ours, int timestamp, byte[] octets, int offset, int size, long now) {
        int piece = kind.head() + size;
        makeRoom(ours, piece, now);
        if (length + piece > settings.maxSize()) {
            return false;
        }
        write(ours, timestamp, size);
        envelope.bytes(octets, offset, size);
        length += piece;
        board(ours);
        if (due == Long.MAX_VALUE) {
            due = sent + settings.every() > now ? sent + settings.every() : now + settings.every();
        }
        return true;
    }

    private void board(int ours) {
        if (pieces == aboard.length) {
            aboard = Arrays.copyOf(aboard, 2 * pieces);
        }
        aboard[pieces++] = (char) ours;
        marks |= 1L << ours;
    }

    private boolean isAboard(int ours) {
        if ((marks & 1L << ours) == 0) {
            return false;
        }
        for (int i = 0; i < pieces; i++) {
            if (aboard[i] == ours) {
                return true;
            }
        }
        return false;
    }

    private void makeRoom(int ours, int size, long now) {
        boolean full = Kind.ENVELOPE + length + size > settings.longest();
        boolean twice = kind == Kind.BARE && isAboard(ours);
        if (length > 0 && (full || twice)) {
            send(now, false);
        }
    }

    private void write(int ours, int timestamp, int size) {
        if (length == 0) {
            MetaFrame.Trunk.begin(envelope, kind.number());
        }
        if (kind == Kind.STAMPED) {
            envelope.u16(size).u16(ours).u16(timestamp);
        } else {
            envelope.u16(ours).u16(size);
        }
    }

    /// Sends what is due.
    public void wake(long now) {
        if (now >= due) {
            send(now, true);
        }
    }

    private void send(long now, boolean punctual) {
        MetaFrame.Trunk.stamp(envelope, clock.stamp(now, punctual));
        out.send(envelope.array(), envelope.length());
        envelope.clear();
        length = 0;
        pieces = 0;
        marks = 0;
        sent = now;
        due = Long.MAX_VALUE;
    }

    /// When [#wake] has something to send, or else when this trunk may be forgotten.
    public long next() {
        return length > 0 ? due : sent + TrunkClock.IDLE + 1;
    }

    /// Whether it may be forgotten: nothing waits, and its clock would begin anew anyhow.
    public boolean isForgettable(long now) {
        return length == 0 && now - sent > TrunkClock.IDLE;
    }
}
