package dev.keyline.iax.net;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.keyline.iax.wire.PeerAddress;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// An array of `struct mmsghdr`, each with an address, one run of octets and room for one control
/// message. musl has shorter fields with padding where glibc has long ones; on a little-endian
/// machine one writing fits both.
final class Messages {
    private static final int HEADER = 64;
    private static final int VECTOR = 16;
    private static final int CONTROL = 24;

    private static final int NAME_LENGTH = 8;
    private static final int CONTROL_LENGTH = 40;
    private static final int TAKEN = 56;

    private final MemorySegment memory;
    private final long vectors;
    private final long names;
    private final long controls;

    Messages(Arena arena, int count) {
        this.vectors = (long) count * HEADER;
        this.names = vectors + (long) count * VECTOR;
        this.controls = names + (long) count * Sockaddr.SIZE;
        this.memory = arena.allocate(controls + (long) count * CONTROL, Long.BYTES);
        for (int i = 0; i < count; i++) {
            long header = (long) i * HEADER;
            memory.set(ADDRESS, header, memory.asSlice(name(i)));
            memory.set(ADDRESS, header + 16, memory.asSlice(vector(i)));
            memory.set(JAVA_LONG, header + 24, 1);
            memory.set(ADDRESS, header + 32, memory.asSlice(control(i)));
        }
    }

    private long vector(int i) {
        return vectors + (long) i * VECTOR;
    }

    private long name(int i) {
        return names + (long) i * Sockaddr.SIZE;
    }

    private long control(int i) {
        return controls + (long) i * CONTROL;
    }

    /// The array from this message on.
    MemorySegment from(int i) {
        return i == 0 ? memory : memory.asSlice((long) i * HEADER);
    }

    /// Where the octets of a message are, or go.
    void octets(int i, MemorySegment where, long offset, int length) {
        memory.set(JAVA_LONG, vector(i), where.address() + offset);
        memory.set(JAVA_LONG, vector(i) + 8, length);
    }

    /// Makes room for whatever may be received.
    void expect(int i) {
        memory.set(JAVA_INT, (long) i * HEADER + NAME_LENGTH, Sockaddr.SIZE);
        memory.set(JAVA_LONG, (long) i * HEADER + CONTROL_LENGTH, CONTROL);
    }

    /// How many octets were received.
    int length(int i) {
        return memory.get(JAVA_INT, (long) i * HEADER + TAKEN);
    }

    PeerAddress from(int i, Peers known) {
        return Sockaddr.read(memory, name(i), known);
    }

    /// How long the datagrams are that were joined into this message; 0 when it is one datagram.
    int joined(int i) {
        boolean told =
                memory.get(JAVA_LONG, (long) i * HEADER + CONTROL_LENGTH) >= 20
                        && memory.get(JAVA_INT, control(i) + 8) == Linux.SOL_UDP
                        && memory.get(JAVA_INT, control(i) + 12) == Linux.UDP_GRO;
        return told ? memory.get(JAVA_INT, control(i) + 16) : 0;
    }

    void to(int i, PeerAddress peer, int family) {
        int length = Sockaddr.write(memory, name(i), peer, family);
        memory.set(JAVA_INT, (long) i * HEADER + NAME_LENGTH, length);
    }

    /// Has the kernel split a message into datagrams of this length; 0 sends it as it is.
    void split(int i, int length) {
        memory.set(JAVA_LONG, (long) i * HEADER + CONTROL_LENGTH, length == 0 ? 0 : CONTROL);
        memory.set(JAVA_LONG, control(i), 18);
        memory.set(JAVA_INT, control(i) + 8, Linux.SOL_UDP);
        memory.set(JAVA_INT, control(i) + 12, Linux.UDP_SEGMENT);
        memory.set(JAVA_LONG, control(i) + 16, length);
    }
}
