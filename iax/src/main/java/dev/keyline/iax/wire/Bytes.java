package dev.keyline.iax.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// An immutable run of octets with value equality, so that records that hold octets compare by
/// content. (Arrays compare by identity, and tests live on equality.)
public final class Bytes {
    /// No octets at all.
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] octets;

    private Bytes(byte[] owned) {
        this.octets = owned;
    }

    /// The octets given, 0 to 255 each; convenient in tests and constants.
    public static Bytes of(int... values) {
        var octets = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            octets[i] = (byte) values[i];
        }
        return new Bytes(octets);
    }

    /// A copy of the array.
    public static Bytes copyOf(byte[] octets) {
        return octets.length == 0 ? EMPTY : new Bytes(octets.clone());
    }

    /// A copy of `length` octets from `offset`.
    public static Bytes copyOf(byte[] octets, int offset, int length) {
        return length == 0 ? EMPTY : new Bytes(Arrays.copyOfRange(octets, offset, offset + length));
    }

    /// Octets from hexadecimal digits; blanks between them are allowed.
    public static Bytes hex(String digits) {
        return new Bytes(HexFormat.of().parseHex(digits.replace(" ", "").replace("\n", "")));
    }

    /// The UTF-8 octets of a text.
    public static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public int length() {
        return octets.length;
    }

    public boolean isEmpty() {
        return octets.length == 0;
    }

    /// The octet at `index` as 0 to 255.
    public int at(int index) {
        return octets[index] & 0xFF;
    }

    /// A copy of `length` octets from `offset`.
    public Bytes slice(int offset, int length) {
        return copyOf(octets, offset, length);
    }

    /// The octets themselves, for whoever only reads them.
    byte[] shared() {
        return octets;
    }

    public byte[] toArray() {
        return octets.clone();
    }

    /// Copies all octets into `target` at `position`.
    public void copyTo(byte[] target, int position) {
        System.arraycopy(octets, 0, target, position, octets.length);
    }

    /// The octets read as UTF-8; what is not UTF-8 becomes replacement characters.
    public String asText() {
        return new String(octets, StandardCharsets.UTF_8);
    }

    public String asHex() {
        return HexFormat.of().formatHex(octets);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(octets, bytes.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return octets.length <= 32
                ? asHex()
                : slice(0, 32).asHex() + "… (" + octets.length + " octets)";
    }
}
