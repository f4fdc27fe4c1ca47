package dev.keyline.iax.net;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.keyline.iax.wire.Frame;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Room for one received batch. All sockets of a gate use the same, one after the other.
final class Incoming {
    /// The longest that the kernel joins datagrams to, and so much more that the beginnings of the
    /// slots, which are read most, do not all fall on the same few lines of a processor's cache.
    private static final int SLOT = 65_536 + 24 * 64;

    private final Peers known = new Peers();
    private final Messages messages;
    private final MemorySegment slots;
    private final byte[] octets = new byte[Frame.MAX_DATAGRAM + 1];

    Incoming(Arena arena) {
        messages = new Messages(arena, Socket.BATCH);
        slots = arena.allocate((long) Socket.BATCH * SLOT, Long.BYTES);
        for (int i = 0; i < Socket.BATCH; i++) {
            messages.octets(i, slots, (long) i * SLOT, SLOT);
            messages.expect(i);
        }
    }

    /// Receives one batch and hands its datagrams over.
    ///
    /// @return how many they were, or an error number with a minus
    int receive(Libc libc, int fd, Inbox inbox) {
        int count = libc.recvmmsg(fd, messages.from(0), Socket.BATCH, 0);
        int datagrams = Math.min(count, 0);
        for (int i = 0; i < count; i++) {
            datagrams += hand(i, inbox);
            messages.expect(i);
        }
        return datagrams;
    }

    private int hand(int i, Inbox inbox) {
        var from = messages.from(i, known);
        int length = messages.length(i);
        int joined = messages.joined(i);
        int step = joined == 0 ? Math.max(length, 1) : joined;
        int datagrams = 0;
        int at = 0;
        do {
            int size = Math.min(Math.min(step, length - at), octets.length);
            MemorySegment.copy(slots, JAVA_BYTE, (long) i * SLOT + at, octets, 0, size);
            inbox.received(from, octets, size);
            datagrams++;
            at += step;
        } while (at < length);
        return datagrams;
    }
}
