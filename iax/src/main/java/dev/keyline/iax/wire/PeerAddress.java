package dev.keyline.iax.wire;

import java.util.regex.Pattern;

/// Where a datagram came from or goes to: an IP address in raw octets, and a UDP port. Our own
/// value, because `InetSocketAddress` can go and ask DNS, and the protocol never asks anybody
/// anything.
///
/// @param ip 4 octets (IPv4) or 16 (IPv6)
/// @param port 0 to 65535
public record PeerAddress(Bytes ip, int port) {
    /// The port IAX2 is registered under, 4569 (RFC 5456 §2).
    public static final int DEFAULT_PORT = 4569;

    private static final Pattern DOTTED =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    public PeerAddress {
        if (ip.length() != 4 && ip.length() != 16) {
            throw new IllegalArgumentException(
                    "an IP address has 4 or 16 octets, not " + ip.length());
        }
        if (port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException("port " + port + " is not in 0..65535");
        }
    }

    /// From a dotted IPv4 literal such as `127.0.0.1`.
    ///
    /// @throws IllegalArgumentException when the text is anything else
    public static PeerAddress ofIPv4(String dotted, int port) {
        var match = DOTTED.matcher(dotted);
        if (!match.matches()) {
            throw new IllegalArgumentException("not an IPv4 address: " + dotted);
        }
        var octets = new int[4];
        for (int i = 0; i < 4; i++) {
            octets[i] = Integer.parseInt(match.group(i + 1));
            if (octets[i] > 255) {
                throw new IllegalArgumentException("not an IPv4 address: " + dotted);
            }
        }
        return new PeerAddress(Bytes.of(octets), port);
    }

    /// What one owner has of addresses: all of IPv4, the first 64 bits of IPv6, for limits that
    /// nobody shall pass by another port or another address of his own.
    public Bytes network() {
        return ip.length() == 16 ? ip.slice(0, 8) : ip;
    }

    /// What a record does of itself makes an object for it now and then, and this is asked for each
    /// datagram.
    @Override
    public int hashCode() {
        return 31 * ip.hashCode() + port;
    }

    /// The address without the port, as people write it.
    public String host() {
        return ip.length() == 4 ? dotted() : colons();
    }

    @Override
    public String toString() {
        return ip.length() == 4 ? host() + ":" + port : "[" + host() + "]:" + port;
    }

    private String dotted() {
        return ip.at(0) + "." + ip.at(1) + "." + ip.at(2) + "." + ip.at(3);
    }

    private String colons() {
        var text = new StringBuilder();
        for (int i = 0; i < 16; i += 2) {
            text.append(i == 0 ? "" : ":")
                    .append(Integer.toHexString((ip.at(i) << 8) | ip.at(i + 1)));
        }
        return text.toString();
    }
}
