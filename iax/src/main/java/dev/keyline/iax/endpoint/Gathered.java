package dev.keyline.iax.endpoint;

import dev.keyline.iax.wire.MiniFrame;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Voice whose calls have been found, and which nobody has heard yet: the mini frames and the
/// pieces of trunks in all that a driver hands in at once.
///
/// What a call asks to hear a block is far away in memory: between two blocks of one call pass
/// those of a thousand others. A processor fetches many such things in the time of one if nothing
/// else is done in between, so that calls are found first, then looked at, and hear at last.
final class Gathered {
    /// Blocks at most; a batch of a busy trunk has about three hundred.
    static final int BLOCKS = 512;

    /// Octets of the datagrams at most.
    static final int OCTETS = 131_072;

    /// In place of the stamp of a piece that has none; stamps have 16 bits.
    private static final int BARE = -1;

    /// In place of the stamp of a mini frame, which may be sealed.
    private static final int MINI = -2;

    private final Desk desk;

    private final byte[] octets = new byte[OCTETS];
    private int filled;

    private final @Nullable Object[] calls = new @Nullable Object[BLOCKS];
    private final int[] stamps = new int[BLOCKS];
    private final long[] arrivals = new long[BLOCKS];
    private final int[] offsets = new int[BLOCKS];
    private final int[] lengths = new int[BLOCKS];
    private int blocks;
    private int passing;
    private @Nullable RuntimeException fault;

    Gathered(Desk desk) {
        this.desk = desk;
    }

    /// Whether anything waits for [#settle].
    boolean holds() {
        return filled > 0;
    }

    /// Keeps a datagram. What was gathered before is heard first where there is no room beside it.
    ///
    /// @return where it begins in [#octets]
    int keep(byte[] datagram, int length) {
        if (filled + length > OCTETS) {
            settle();
        }
        int at = filled;
        System.arraycopy(datagram, 0, octets, at, length);
        filled += length;
        return at;
    }

    /// The datagrams.
    byte[] octets() {
        return octets;
    }

    /// A mini frame.
    ///
    /// @param call an [Ears], not looked at yet
    void mini(Object call, byte[] datagram, int length) {
        int at = keep(datagram, length);
        add(call, MINI, at + MiniFrame.STAMP, length - MiniFrame.STAMP);
    }

    /// A piece with a timestamp of its own.
    ///
    /// @param call an [Ears], not looked at yet
    void stamped(Object call, int timestamp, int offset, int length) {
        add(call, timestamp, offset, length);
    }

    /// A piece without one.
    ///
    /// @param arrival when it should have come, nanoseconds
    void bare(Object call, long arrival, int offset, int length) {
        add(call, BARE, offset, length);
        arrivals[blocks - 1] = arrival;
    }

    private void add(Object call, int stamp, int offset, int length) {
        if (blocks == BLOCKS) {
            hear();
        }
        calls[blocks] = call;
        stamps[blocks] = stamp;
        offsets[blocks] = offset;
        lengths[blocks] = length;
        blocks++;
    }

    /// Has all heard that has come.
    ///
    /// @return whether there was anything
    boolean settle() {
        if (!holds()) {
            return false;
        }
        hear();
        filled = 0;
        return true;
    }

    /// In the order in which it came; a bug keeps none of the others back. The first loop is there
    /// to have all these calls fetched; what it counts matters to nobody. The octets stay, for the
    /// last of the pieces may still be on its way through.
    private void hear() {
        for (int i = 0; i < blocks; i++) {
            passing += call(i).glance();
        }
        int count = blocks;
        blocks = 0;
        for (int i = 0; i < count; i++) {
            var call = call(i);
            calls[i] = null; // or a call that is over would be kept
            try {
                hear(call, i, desk.now());
            } catch (RuntimeException bug) {
                broke(call, bug);
            }
        }
    }

    private Ears call(int i) {
        return (Ears) Objects.requireNonNull(calls[i]);
    }

    private void hear(Ears call, int i, long now) {
        switch (stamps[i]) {
            case MINI -> call.mini(octets, offsets[i], offsets[i] + lengths[i], now);
            case BARE -> call.barePiece(arrivals[i], octets, offsets[i], lengths[i], now);
            default -> call.piece(stamps[i], octets, offsets[i], lengths[i], now);
        }
    }

    /// The call in which it came up ends, and no other.
    private void broke(Ears ears, RuntimeException bug) {
        fault = fault == null ? bug : fault;
        ears.call().broke(desk.now());
        desk.review(ears.call());
    }

    /// Throws the bug that ended a call since the last time, if one did. Not before: whoever has
    /// voice heard does so on the way to something else, which must not be lost for it.
    void complain() {
        var bug = fault;
        fault = null;
        if (bug != null) {
            throw bug;
        }
    }
}
