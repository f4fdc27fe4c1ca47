package dev.keyline.iax.trunk;

/// The two ways to write a piece, by their number in the envelope's head.
enum Kind {
    /// Call number, length, payload.
    BARE(0, 4),
    /// Length, call number, timestamp of 16 bits, payload.
    STAMPED(1, 6);

    /// Octets of an envelope before its pieces.
    static final int ENVELOPE = 8;

    private final int number;
    private final int head;

    Kind(int number, int head) {
        this.number = number;
        this.head = head;
    }

    /// The number on the wire.
    int number() {
        return number;
    }

    /// Octets of a piece before its payload.
    int head() {
        return head;
    }
}
