package dev.keyline.iax.net;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.keyline.iax.wire.Frame;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Room for one received batch, which all sockets of a gate share: each takes as much as the others
/// of its port have left. Ports take one after the other, each when all was handed over.
final class Incoming {
    /// The longest that the kernel joins datagrams to, and so much more that the beginnings of the
    /// slots, which are read most, do not all fall on the same few lines of a processor's cache.
    private static final int SLOT = 65_536 + 24 * 64;

    private final Peers known = new Peers();
    private final Messages messages;
    private final MemorySegment slots;
    private final byte[] octets = new byte[Frame.MAX_DATAGRAM + 1];
    private int taken;
    private int handed;

    Incoming(Arena arena) {
        messages = new Messages(arena, Socket.BATCH);
        slots = arena.allocate((long) Socket.BATCH * SLOT, Long.BYTES);
        for (int i = 0; i < Socket.BATCH; i++) {
            messages.octets(i, slots, (long) i * SLOT, SLOT);
            messages.expect(i);
        }
    }

    /// How many messages wait here to be handed over; those of the next [#take] stand behind them.
    int taken() {
        return taken;
    }

    /// Takes as many messages as there is room for.
    ///
    /// @return how many they were, or an error number with a minus
    int take(Libc libc, int fd) {
        if (taken == Socket.BATCH) {
            return 0;
        }
        int count = libc.recvmmsg(fd, messages.from(taken), Socket.BATCH - taken, 0);
        taken += Math.max(count, 0);
        return count;
    }

    /// Hands over some of the messages, each of them once. When all are, there is room again.
    ///
    /// @return how many datagrams they were
    int hand(int first, int count, Inbox inbox) {
        int datagrams = 0;
        for (int i = first; i < first + count; i++) {
            datagrams += hand(i, inbox);
            messages.expect(i);
        }
        handed += count;
        if (handed == taken) {
            taken = 0;
            handed = 0;
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
