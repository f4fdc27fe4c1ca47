package dev.keyline.iax.trunk;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.MalformedFrame;
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
        void bare(CallNumber source, Bytes payload);

        /// A piece with the low 16 bits of its call's media time.
        void stamped(CallNumber source, int timestamp, Bytes payload);
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
        if (envelope.kind() > Kind.STAMPED.number()) {
            return Outcome.UNKNOWN_KIND;
        }
        boolean stamped = envelope.kind() == Kind.STAMPED.number();
        var in = new Reader(envelope.entries());
        try {
            while (in.left() > 0) {
                if (stamped) {
                    stamped(in, to);
                } else {
                    bare(in, to);
                }
            }
            return Outcome.WHOLE;
        } catch (MalformedFrame overrun) {
            return Outcome.CUT_SHORT;
        }
    }

    private static void bare(Reader in, Taker to) throws MalformedFrame {
        int source = in.u16();
        var payload = in.bytes(in.u16());
        if (source <= CallNumber.MAX) {
            to.bare(new CallNumber(source), payload);
        }
    }

    private static void stamped(Reader in, Taker to) throws MalformedFrame {
        int length = in.u16();
        int source = in.u16();
        int timestamp = in.u16();
        var payload = in.bytes(length);
        if (source <= CallNumber.MAX) {
            to.stamped(new CallNumber(source), timestamp, payload);
        }
    }
}
