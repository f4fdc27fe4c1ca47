package dev.keyline.iax.trunk;

import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.MetaFrame;
import dev.keyline.iax.wire.Reader;

/// Takes an envelope apart. Pieces of calls that nobody knows are stepped over by their length (in
/// Asterisk what follows one is lost), and a piece that claims to be longer than what is left ends
/// the envelope, not the pieces before it.
public final class Pieces {
    private Pieces() {}

    /// Who takes the pieces.
    public interface Taker {
        /// A piece with nothing but the trunk's clock.
        ///
        /// @param source 0 to 32767
        /// @param octets valid only during this call
        void bare(int source, byte[] octets, int offset, int length);

        /// A piece with the low 16 bits of its call's media time.
        void stamped(int source, int timestamp, byte[] octets, int offset, int length);
    }

    /// How an envelope was read.
    public enum Outcome {
        WHOLE,
        /// The last entry is longer than what is left.
        CUT_SHORT,
        /// A kind nobody has defined; no piece was read.
        UNKNOWN_KIND
    }

    /// Hands over each piece in order. A number of 16 bits is no call's, and its piece is left out.
    public static Outcome read(MetaFrame.Trunk envelope, Taker to) {
        var entries = envelope.entries().toArray();
        return read(envelope.kind(), entries, 0, entries.length, to);
    }

    /// The same from where the datagram came in.
    ///
    /// @param kind what the envelope says it is
    /// @param octets have the entries at `offset`
    public static Outcome read(int kind, byte[] octets, int offset, int length, Taker to) {
        if (kind > Kind.STAMPED.number()) {
            return Outcome.UNKNOWN_KIND;
        }
        boolean stamped = kind == Kind.STAMPED.number();
        int head = stamped ? Kind.STAMPED.head() : Kind.BARE.head();
        int end = offset + length;
        int at = offset;
        while (at < end) {
            if (end - at < head) {
                return Outcome.CUT_SHORT;
            }
            int size = Reader.u16(octets, stamped ? at : at + 2);
            if (size > end - at - head) {
                return Outcome.CUT_SHORT;
            }
            hand(stamped, octets, at, size, to);
            at += head + size;
        }
        return Outcome.WHOLE;
    }

    private static void hand(boolean stamped, byte[] octets, int at, int size, Taker to) {
        int source = Reader.u16(octets, stamped ? at + 2 : at);
        if (source > CallNumber.MAX) {
            return;
        }
        if (stamped) {
            int payload = at + Kind.STAMPED.head();
            to.stamped(source, Reader.u16(octets, at + 4), octets, payload, size);
        } else {
            to.bare(source, octets, at + Kind.BARE.head(), size);
        }
    }
}
