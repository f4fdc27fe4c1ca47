package dev.keyline.iax.trace;

import java.util.Optional;

/// What stands before the IP packet in a capture: the ways in which Linux, macOS and the BSDs
/// record Ethernet, "any interface", loopback and tunnels.
enum LinkType {
    NULL(0),
    ETHERNET(1),
    RAW(101),
    LOOP(108),
    COOKED(113),
    IPV4(228),
    IPV6(229),
    COOKED2(276);

    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int ETHERTYPE_IPV6 = 0x86DD;

    private final int number;

    LinkType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static LinkType of(int number) throws MalformedCapture {
        for (var one : values()) {
            if (one.number == number) {
                return one;
            }
        }
        // Raw IP has other numbers in files from BSD (12) and OpenBSD (14).
        if (number == 12 || number == 14) {
            return RAW;
        }
        throw new MalformedCapture(
                "link type "
                        + number
                        + " is not read here; record on Ethernet, loopback or `any` instead");
    }

    /// The UDP datagram in a captured frame, if there is a whole one.
    Optional<Packet> datagram(Octets frame, long nanos) {
        return switch (this) {
            case RAW, IPV4, IPV6 -> Datagram.decode(frame, nanos);
            // Four octets name the address family; their value differs from system to system, so
            // the version in the IP header decides.
            case NULL, LOOP -> frame.after(4).flatMap(ip -> Datagram.decode(ip, nanos));
            case ETHERNET -> ethernet(frame, 12, nanos);
            case COOKED -> ethernet(frame, 14, nanos);
            case COOKED2 -> frame.has(20) ? ip(frame, frame.u16(0), 20, nanos) : Optional.empty();
        };
    }

    /// Looks behind the type at `at`, and behind VLAN tags, of which there may be several.
    private static Optional<Packet> ethernet(Octets frame, int at, long nanos) {
        int next = at;
        while (frame.has(next + 2) && isVlan(frame.u16(next))) {
            next += 4;
        }
        return frame.has(next + 2) ? ip(frame, frame.u16(next), next + 2, nanos) : Optional.empty();
    }

    private static boolean isVlan(int type) {
        return type == 0x8100 || type == 0x88A8 || type == 0x9100;
    }

    private static Optional<Packet> ip(Octets frame, int type, int at, long nanos) {
        return type == ETHERTYPE_IPV4 || type == ETHERTYPE_IPV6
                ? frame.after(at).flatMap(ip -> Datagram.decode(ip, nanos))
                : Optional.empty();
    }
}
