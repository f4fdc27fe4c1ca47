package dev.keyline.iax.endpoint;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Pieces of trunks whose calls have been found, and which nobody has heard yet: those of all
/// envelopes that a driver hands in at once.
///
/// What a call asks to hear a piece is far away in memory: between two pieces of one call pass
/// those of a thousand others. A processor fetches many such things in the time of one if nothing
/// else is done in between, so that calls are found first, then looked at, and hear at last.
final class Gathered {
    /// Pieces at most; a batch of a busy trunk has about three hundred.
    static final int PIECES = 512;

    /// Octets of the envelopes at most.
    static final int OCTETS = 131_072;

    /// In place of a piece's stamp; stamps have 16 bits.
    private static final int BARE = -1;

    private final byte[] octets = new byte[OCTETS];
    private int filled;

    private final @Nullable Object[] calls = new @Nullable Object[PIECES];
    private final int[] stamps = new int[PIECES];
    private final long[] arrivals = new long[PIECES];
    private final int[] offsets = new int[PIECES];
    private final int[] lengths = new int[PIECES];
    private int pieces;
    private int passing;

    /// Who is told of a call that could not hear, because of a bug of ours.
    interface Fault {
        void in(Ears call, RuntimeException bug);
    }

    boolean isEmpty() {
        return filled == 0;
    }

    boolean isFull() {
        return pieces == PIECES;
    }

    boolean hasRoom(int length) {
        return filled + length <= OCTETS;
    }

    /// Keeps an envelope, for which there is room.
    ///
    /// @return where it begins in [#octets]
    int keep(byte[] datagram, int length) {
        int at = filled;
        System.arraycopy(datagram, 0, octets, at, length);
        filled += length;
        return at;
    }

    /// The envelopes.
    byte[] octets() {
        return octets;
    }

    /// A piece with a timestamp of its own.
    ///
    /// @param call an [Ears], not looked at yet
    void stamped(Object call, int timestamp, int offset, int length) {
        stamps[pieces] = timestamp;
        add(call, offset, length);
    }

    /// A piece without one.
    ///
    /// @param arrival when it should have come, nanoseconds
    void bare(Object call, long arrival, int offset, int length) {
        stamps[pieces] = BARE;
        arrivals[pieces] = arrival;
        add(call, offset, length);
    }

    private void add(Object call, int offset, int length) {
        calls[pieces] = call;
        offsets[pieces] = offset;
        lengths[pieces] = length;
        pieces++;
    }

    /// Has all pieces heard, in the order in which they came; a bug keeps none of the others back.
    /// The first loop is there to have all these calls fetched; what it counts matters to nobody.
    /// The envelopes stay, for the last of them may still be on its way through.
    void hear(long now, Fault fault) {
        for (int i = 0; i < pieces; i++) {
            passing += call(i).glance();
        }
        int count = pieces;
        pieces = 0;
        for (int i = 0; i < count; i++) {
            var call = call(i);
            calls[i] = null; // or a call that is over would be kept
            try {
                hear(call, i, now);
            } catch (RuntimeException bug) {
                fault.in(call, bug);
            }
        }
    }

    private Ears call(int i) {
        return (Ears) Objects.requireNonNull(calls[i]);
    }

    private void hear(Ears call, int i, long now) {
        if (stamps[i] == BARE) {
            call.barePiece(arrivals[i], octets, offsets[i], lengths[i], now);
        } else {
            call.piece(stamps[i], octets, offsets[i], lengths[i], now);
        }
    }

    /// All have been heard: there is room for other envelopes.
    void clear() {
        filled = 0;
    }
}
