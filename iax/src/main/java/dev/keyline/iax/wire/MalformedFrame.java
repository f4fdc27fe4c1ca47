package dev.keyline.iax.wire;

/// A datagram, or a part of one, that is not IAX2. It is the peer's mistake, so it carries no stack
/// trace; `Endpoint.receive` catches it in one place and counts it.
public final class MalformedFrame extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    /// What is wrong, and where.
    ///
    /// @param offset where in the datagram (or element list) the trouble lies, counted from 0
    /// @param reason a phrase a person understands, such as `element 1 announces 9 octets, 3 are
    ///   left`
    public MalformedFrame(int offset, String reason) {
        super(reason + " (at octet " + offset + ")", null, false, false);
        this.offset = offset;
    }

    public int offset() {
        return offset;
    }
}
