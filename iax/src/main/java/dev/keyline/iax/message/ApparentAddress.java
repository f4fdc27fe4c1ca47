package dev.keyline.iax.message;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.Writer;
import java.util.ArrayList;

/// An address inside a message (RFC 5456 §8.6): where the sender sees us, or whom to call next. On
/// the wire it is the sender's C structure; we send that of a little-endian Linux.
///
/// @param ip 4 octets (IPv4) or 16 (IPv6); none in [#NONE]
/// @param port 0 to 65535
public record ApparentAddress(Bytes ip, int port) {
    private static final int V4_SIZE = 16;
    private static final int V6_SIZE = 28;

    /// No address was given.
    public static final ApparentAddress NONE = new ApparentAddress(Bytes.EMPTY, 0);

    public ApparentAddress {
        boolean known = ip.length() == 4 || ip.length() == 16 || (ip.isEmpty() && port == 0);
        if (!known || port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException(
                    "an address has 4 or 16 octets and a port below 65536, not "
                            + ip.length()
                            + " octets and port "
                            + port);
        }
    }

    public boolean isNone() {
        return ip.isEmpty();
    }

    /// Whether the octets of an element hold an address. Asterisk copies them unseen; a length that
    /// is neither structure's, or a family that does not belong to it, is no address.
    static boolean isSound(Bytes value) {
        return switch (value.length()) {
            // Linux little-endian, big-endian hosts, and BSD (length, family).
            case V4_SIZE -> isFamily(value, 2) || (value.at(0) == V4_SIZE && value.at(1) == 2);
            // IPv6's family number differs from system to system, so the length decides.
            case V6_SIZE -> true;
            default -> false;
        };
    }

    private static boolean isFamily(Bytes value, int family) {
        return value.at(0) + value.at(1) == family && (value.at(0) == 0 || value.at(1) == 0);
    }

    static ApparentAddress read(Bytes value) {
        int port = (value.at(2) << 8) | value.at(3);
        return new ApparentAddress(
                value.length() == V4_SIZE ? value.slice(4, 4) : value.slice(8, 16), port);
    }

    Bytes encode() {
        var out = new Writer();
        if (ip.length() == 4) {
            return out.u8(2).u8(0).u16(port).bytes(ip).i64(0).toBytes();
        }
        return out.u8(10).u8(0).u16(port).i32(0).bytes(ip).i32(0).toBytes();
    }

    /// `192.0.2.1:4569`, `[2001:db8:0:0:0:0:0:1]:4569`, or `none`.
    @Override
    public String toString() {
        if (isNone()) {
            return "none";
        }
        return (ip.length() == 4 ? dotted() : "[" + colons() + "]") + ":" + port;
    }

    private String dotted() {
        return ip.at(0) + "." + ip.at(1) + "." + ip.at(2) + "." + ip.at(3);
    }

    private String colons() {
        var groups = new ArrayList<String>();
        for (int i = 0; i < ip.length(); i += 2) {
            groups.add(Integer.toHexString((ip.at(i) << 8) | ip.at(i + 1)));
        }
        return String.join(":", groups);
    }
}
