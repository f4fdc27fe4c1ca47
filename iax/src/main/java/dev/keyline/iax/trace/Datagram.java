package dev.keyline.iax.trace;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.Writer;
import java.util.Optional;

/// UDP over IPv4 and IPv6, as much as a capture needs.
final class Datagram {
    private static final int UDP = 17;
    private static final int UDP_HEADER = 8;
    private static final int V4_HEADER = 20;
    private static final int V6_HEADER = 40;
    private static final int HOPS = 64;

    private Datagram() {}

    /// The UDP datagram in an IP packet; nothing for other protocols, fragments and cut packets.
    static Optional<Packet> decode(Octets ip, long nanos) {
        if (!ip.has(1)) {
            return Optional.empty();
        }
        return switch (ip.u8(0) >> 4) {
            case 4 -> v4(ip, nanos);
            case 6 -> v6(ip, nanos);
            default -> Optional.empty();
        };
    }

    private static Optional<Packet> v4(Octets ip, long nanos) {
        int header = (ip.u8(0) & 0x0F) * 4;
        if (header < V4_HEADER || !ip.has(header) || ip.u8(9) != UDP) {
            return Optional.empty();
        }
        boolean fragment = (ip.u16(6) & 0x3FFF) != 0;
        return fragment
                ? Optional.empty()
                : ip.after(header)
                        .flatMap(udp -> udp(udp, ip.bytes(12, 4), ip.bytes(16, 4), nanos));
    }

    private static Optional<Packet> v6(Octets ip, long nanos) {
        if (!ip.has(V6_HEADER)) {
            return Optional.empty();
        }
        int protocol = ip.u8(6);
        int at = V6_HEADER;
        while (isOption(protocol) && ip.has(at + 8)) {
            protocol = ip.u8(at);
            at += 8 + ip.u8(at + 1) * 8;
        }
        return protocol == UDP
                ? ip.after(at).flatMap(udp -> udp(udp, ip.bytes(8, 16), ip.bytes(24, 16), nanos))
                : Optional.empty();
    }

    /// Hop-by-hop options, routing, destination options: they only stand in the way.
    private static boolean isOption(int protocol) {
        return protocol == 0 || protocol == 43 || protocol == 60;
    }

    private static Optional<Packet> udp(Octets udp, Bytes from, Bytes to, long nanos) {
        if (!udp.has(UDP_HEADER) || udp.u16(4) < UDP_HEADER) {
            return Optional.empty();
        }
        return udp.first(udp.u16(4))
                .map(
                        whole ->
                                new Packet(
                                        nanos,
                                        new PeerEnd(from, udp.u16(0)),
                                        new PeerEnd(to, udp.u16(2)),
                                        whole.bytes(UDP_HEADER, whole.length() - UDP_HEADER)));
    }

    /// The IP packet for a datagram, checksums included.
    static Bytes encode(Packet packet) {
        return packet.from().isV4() ? encodeV4(packet) : encodeV6(packet);
    }

    private static Bytes encodeV4(Packet packet) {
        var udp = encodeUdp(packet);
        var addresses = addresses(packet);
        var front =
                new Writer()
                        .u16(0x4500)
                        .u16(V4_HEADER + udp.length())
                        .i32(0)
                        .u8(HOPS)
                        .u8(UDP)
                        .toBytes();
        int sum = checksum(new Writer().bytes(front).bytes(addresses).toBytes());
        return new Writer().bytes(front).u16(sum).bytes(addresses).bytes(udp).toBytes();
    }

    private static Bytes encodeV6(Packet packet) {
        var udp = encodeUdp(packet);
        return new Writer()
                .i32(0x60000000)
                .u16(udp.length())
                .u8(UDP)
                .u8(HOPS)
                .bytes(addresses(packet))
                .bytes(udp)
                .toBytes();
    }

    private static Bytes encodeUdp(Packet packet) {
        int length = UDP_HEADER + packet.payload().length();
        var ports = new Writer().u16(packet.from().port()).u16(packet.to().port()).toBytes();
        var pseudo =
                new Writer()
                        .bytes(addresses(packet))
                        .u16(UDP)
                        .u16(length)
                        .bytes(ports)
                        .u16(length)
                        .bytes(packet.payload())
                        .toBytes();
        int sum = checksum(pseudo);
        // 0 would mean "not summed", so it is written in its other form.
        return new Writer()
                .bytes(ports)
                .u16(length)
                .u16(sum == 0 ? 0xFFFF : sum)
                .bytes(packet.payload())
                .toBytes();
    }

    private static Bytes addresses(Packet packet) {
        return new Writer().bytes(packet.from().ip()).bytes(packet.to().ip()).toBytes();
    }

    /// The internet checksum (RFC 1071).
    private static int checksum(Bytes octets) {
        int sum = 0;
        for (int i = 0; i < octets.length(); i++) {
            sum += i % 2 == 0 ? octets.at(i) << 8 : octets.at(i);
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return ~sum & 0xFFFF;
    }
}
