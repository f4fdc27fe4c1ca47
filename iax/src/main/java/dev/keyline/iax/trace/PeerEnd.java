package dev.keyline.iax.trace;

import dev.keyline.iax.message.ApparentAddress;
import dev.keyline.iax.wire.Bytes;

/// Where a datagram came from or went to.
///
/// @param ip 4 octets (IPv4) or 16 (IPv6)
/// @param port UDP port, 0 to 65535
public record PeerEnd(Bytes ip, int port) {
    public PeerEnd {
        if ((ip.length() != 4 && ip.length() != 16) || port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException(
                    "an address has 4 or 16 octets and a port below 65536, not "
                            + ip.length()
                            + " octets and port "
                            + port);
        }
    }

    /// An IPv4 end from its four numbers.
    public static PeerEnd of(int a, int b, int c, int d, int port) {
        return new PeerEnd(Bytes.of(a, b, c, d), port);
    }

    boolean isV4() {
        return ip.length() == 4;
    }

    /// `192.0.2.1:4569` or `[2001:db8:0:0:0:0:0:1]:4569`.
    @Override
    public String toString() {
        return new ApparentAddress(ip, port).toString();
    }
}
