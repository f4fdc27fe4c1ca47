package dev.keyline.iax.net;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.keyline.iax.wire.PeerAddress;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Room for one batch to be sent. The octets stand one behind the other, so that datagrams of one
/// length to one peer are a single message that the kernel splits (`UDP_SEGMENT`); only the last of
/// them may be shorter.
final class Outgoing {
    private static final int ROOM = 4 * 65_536;

    /// The longest datagram that passes every path of IPv6: 1280 octets less 48 of headers.
    private static final int PASSES_EVERYWHERE = 1232;

    /// The kernel's own limits of one message.
    private static final int MOST_PIECES = 64;

    private static final int LONGEST = 65_000;

    private final int family;
    private final Messages messages;
    private final MemorySegment octets;
    private final PeerAddress[] peers = new PeerAddress[Socket.BATCH];
    private final int[] starts = new int[Socket.BATCH];
    private final int[] lengths = new int[Socket.BATCH];
    private final int[] pieces = new int[Socket.BATCH];
    private int longestPiece = LONGEST;
    private int count;
    private int filled;

    Outgoing(Arena arena, int family) {
        this.family = family;
        this.messages = new Messages(arena, Socket.BATCH);
        this.octets = arena.allocate(ROOM);
    }

    /// How many messages there are.
    int count() {
        return count;
    }

    void clear() {
        count = 0;
        filled = 0;
    }

    boolean hasRoom(int length) {
        return count < Socket.BATCH && filled + length <= ROOM;
    }

    /// The kernel has refused message `i`, which is several datagrams: it splits none into what the
    /// device, or the path that it knows of, cannot take whole. If that may be why, only such are
    /// joined from now on as pass everywhere.
    void refused(int i) {
        if (pieces[i] > PASSES_EVERYWHERE) {
            longestPiece = PASSES_EVERYWHERE;
        }
    }

    /// Adds a datagram, for which there is room.
    void add(PeerAddress to, byte[] from, int offset, int length, boolean mayJoin) {
        MemorySegment.copy(from, offset, octets, JAVA_BYTE, filled, length);
        if (mayJoin && count > 0 && joins(count - 1, to, length)) {
            lengths[count - 1] += length;
        } else {
            begin(to, length);
        }
        filled += length;
    }

    private boolean joins(int i, PeerAddress to, int length) {
        int total = lengths[i] + length;
        return length > 0
                && length <= pieces[i]
                && pieces[i] <= longestPiece
                && lengths[i] % pieces[i] == 0
                && lengths[i] / pieces[i] < MOST_PIECES
                && total <= LONGEST
                && to.equals(peers[i]);
    }

    private void begin(PeerAddress to, int length) {
        messages.to(count, to, family);
        peers[count] = to;
        starts[count] = filled;
        lengths[count] = length;
        pieces[count] = length;
        count++;
    }

    /// How many datagrams message `i` is.
    int datagrams(int i) {
        return Math.max(1, Math.ceilDiv(lengths[i], Math.max(1, pieces[i])));
    }

    PeerAddress peer(int i) {
        return peers[i];
    }

    /// The messages from `first` on, complete for the kernel.
    MemorySegment headers(int first) {
        for (int i = first; i < count; i++) {
            messages.octets(i, octets, starts[i], lengths[i]);
            messages.split(i, lengths[i] > pieces[i] ? pieces[i] : 0);
        }
        return messages.from(first);
    }

    /// Message `i` with nothing but its datagram number `piece`.
    MemorySegment alone(int i, int piece) {
        int at = piece * pieces[i];
        messages.octets(i, octets, (long) starts[i] + at, Math.min(pieces[i], lengths[i] - at));
        messages.split(i, 0);
        return messages.from(i);
    }
}
