package dev.keyline.iax.wire;

/// One UDP datagram as it stands on the wire (RFC 5456 §8.1). Lossless and without judgement:
/// whatever parses encodes back to the same octets, unknown commands and elements included.
///
/// An encrypted frame has the same clear beginning as its plain sister, so this parser reads its
/// body as noise. Who knows the key decrypts the datagram first (`cipher`).
public sealed interface Frame permits FullFrame, MiniFrame, MetaFrame {
    /// The longest datagram we look at; longer ones are dropped whole (Asterisk cuts them).
    int MAX_DATAGRAM = 4096;

    void writeTo(Writer out);

    default byte[] encode() {
        var out = new Writer();
        writeTo(out);
        return out.toArray();
    }

    static Frame parse(byte[] datagram) throws MalformedFrame {
        return parse(datagram, datagram.length);
    }

    /// Reads the first `length` octets of `datagram` as one frame, in Asterisk's order of tests.
    static Frame parse(byte[] datagram, int length) throws MalformedFrame {
        if (length < 4) {
            throw new MalformedFrame(
                    length, "a frame has at least 4 octets, this datagram " + length);
        }
        if (length > MAX_DATAGRAM) {
            throw new MalformedFrame(MAX_DATAGRAM, "longer than " + MAX_DATAGRAM + " octets");
        }
        int first = ((datagram[0] & 0xFF) << 8) | (datagram[1] & 0xFF);
        var in = new Reader(datagram, 0, length);
        if (first == 0) {
            return MetaFrame.read(in);
        }
        return (first & 0x8000) != 0 ? FullFrame.read(in) : MiniFrame.read(in);
    }
}
