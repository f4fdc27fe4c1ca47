package dev.keyline.pbx.conf;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// A range of IP addresses: an address and how many of its leading bits count.
public final class Range {
    private final byte[] address;
    private final byte[] mask;

    private Range(byte[] address, byte[] mask) {
        this.address = address;
        this.mask = mask;
    }

    /// Reads `addr`, `addr/bits` or `addr/dotted.mask`; empty when it is none of these.
    public static Optional<Range> parse(String text) {
        int slash = text.indexOf('/');
        var address = address(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        var octets = address.get();
        var mask =
                slash < 0
                        ? Optional.of(bits(octets.length * 8, octets.length))
                        : mask(text.substring(slash + 1), octets.length);
        return mask.map(m -> new Range(octets, m));
    }

    /// Whether an address of 4 or 16 octets lies in the range.
    public boolean contains(byte[] candidate) {
        var octets =
                address.length == 4 && candidate.length == 16 ? unmapped(candidate) : candidate;
        if (octets.length != address.length) {
            return false;
        }
        for (int i = 0; i < mask.length; i++) {
            if ((octets[i] & mask[i]) != (address[i] & mask[i])) {
                return false;
            }
        }
        return true;
    }

    private static byte[] unmapped(byte[] sixteen) {
        var prefix = HexFormat.of().parseHex("00000000000000000000ffff");
        return Arrays.equals(sixteen, 0, 12, prefix, 0, 12)
                ? Arrays.copyOfRange(sixteen, 12, 16)
                : sixteen;
    }

    private static Optional<byte[]> mask(String text, int length) {
        if (text.matches("\\d{1,3}")) {
            int bits = Integer.parseInt(text);
            return bits <= length * 8 ? Optional.of(bits(bits, length)) : Optional.empty();
        }
        return address(text).filter(m -> m.length == length && length == 4);
    }

    private static byte[] bits(int count, int length) {
        var mask = new byte[length];
        for (int i = 0; i < count; i++) {
            mask[i / 8] |= (byte) (0x80 >> (i % 8));
        }
        return mask;
    }

    /// The octets of an address literal, IPv4 or IPv6; empty for a host name or nonsense.
    public static Optional<byte[]> address(String text) {
        return text.indexOf(':') >= 0 ? six(text) : four(text);
    }

    private static Optional<byte[]> four(String text) {
        var parts = text.split("\\.", -1);
        var octets = new byte[4];
        for (int i = 0; i < 4; i++) {
            if (parts.length != 4
                    || !parts[i].matches("\\d{1,3}")
                    || Integer.parseInt(parts[i]) > 255) {
                return Optional.empty();
            }
            octets[i] = (byte) Integer.parseInt(parts[i]);
        }
        return Optional.of(octets);
    }

    private static Optional<byte[]> six(String text) {
        int gap = text.indexOf("::");
        var head = groups(gap < 0 ? text : text.substring(0, gap));
        var tail = groups(gap < 0 ? "" : text.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty()) {
            return Optional.empty();
        }
        int written = head.get().length + tail.get().length;
        if (gap < 0 ? written != 16 : written > 14) {
            return Optional.empty();
        }
        var octets = Arrays.copyOf(head.get(), 16);
        System.arraycopy(tail.get(), 0, octets, 16 - tail.get().length, tail.get().length);
        return Optional.of(octets);
    }

    private static Optional<byte[]> groups(String text) {
        var parts = text.isEmpty() ? new String[0] : text.split(":", -1);
        var octets = new byte[parts.length * 2];
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].matches("[0-9a-fA-F]{1,4}")) {
                return Optional.empty();
            }
            int group = Integer.parseInt(parts[i], 16);
            octets[2 * i] = (byte) (group >> 8);
            octets[2 * i + 1] = (byte) group;
        }
        return Optional.of(octets);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Range range
                && Arrays.equals(address, range.address)
                && Arrays.equals(mask, range.mask);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(address) + Arrays.hashCode(mask);
    }

    @Override
    public String toString() {
        return HexFormat.ofDelimiter(".").formatHex(address)
                + "/"
                + HexFormat.ofDelimiter(".").formatHex(mask);
    }
}
