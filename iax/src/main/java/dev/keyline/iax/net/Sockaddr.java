package dev.keyline.iax.net;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Addresses as the kernel writes them, `sockaddr_in` and `sockaddr_in6`. Room for either is
/// [#SIZE] octets, aligned to 8.
///
/// An IPv4 address at an IPv6 socket is `::ffff:a.b.c.d` (RFC 4291 §2.5.5.2); to us it is the four
/// octets wherever it comes from.
final class Sockaddr {
    static final int SIZE = 32;

    private static final int IPV4_SIZE = 16;
    private static final int IPV6_SIZE = 28;
    private static final int PORT = 2;
    private static final int IPV4 = 4;
    private static final int IPV6 = 8;
    private static final int MAPPED = IPV6 + 12;
    private static final long PREFIX = 0xFFFFL << 32;

    private static final ValueLayout.OfShort SHORT = JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = JAVA_INT.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = JAVA_LONG.withOrder(ByteOrder.BIG_ENDIAN);

    private Sockaddr() {}

    /// Writes an address for a socket of this family.
    ///
    /// @return the length of what was written
    static int write(MemorySegment memory, long at, PeerAddress address, int family) {
        memory.set(JAVA_SHORT, at, (short) family);
        memory.set(SHORT, at + PORT, (short) address.port());
        if (family == Linux.AF_INET) {
            copy(address.ip(), memory, at + IPV4);
            return IPV4_SIZE;
        }
        memory.set(JAVA_INT, at + IPV4, 0);
        memory.set(LONG, at + IPV6, 0);
        memory.set(LONG, at + IPV6 + 8, PREFIX);
        memory.set(JAVA_INT, at + IPV6 + 16, 0);
        copy(address.ip(), memory, at + (address.ip().length() == 4 ? MAPPED : IPV6));
        return IPV6_SIZE;
    }

    private static void copy(Bytes ip, MemorySegment memory, long at) {
        for (int i = 0; i < ip.length(); i++) {
            memory.set(JAVA_BYTE, at + i, (byte) ip.at(i));
        }
    }

    /// The address that stands there, as one of the known peers.
    static PeerAddress read(MemorySegment memory, long at, Peers known) {
        int port = port(memory, at);
        if (memory.get(JAVA_SHORT, at) == Linux.AF_INET) {
            return known.at(0, PREFIX | (memory.get(INT, at + IPV4) & 0xFFFF_FFFFL), port);
        }
        return known.at(memory.get(LONG, at + IPV6), memory.get(LONG, at + IPV6 + 8), port);
    }

    static int port(MemorySegment memory, long at) {
        return memory.get(SHORT, at + PORT) & 0xFFFF;
    }

    /// The octets of an address given as IPv6, four of them if it is a mapped one.
    static Bytes ip(long high, long low) {
        boolean mapped = high == 0 && (low >>> 32) == 0xFFFF;
        var octets = new byte[mapped ? 4 : 16];
        for (int i = 0; i < octets.length; i++) {
            int fromEnd = octets.length - 1 - i;
            octets[i] = (byte) ((fromEnd < 8 ? low : high) >>> (8 * (fromEnd & 7)));
        }
        return Bytes.copyOf(octets);
    }
}
