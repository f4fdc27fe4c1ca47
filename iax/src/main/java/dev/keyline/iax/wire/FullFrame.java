package dev.keyline.iax.wire;

/// A frame that must arrive: numbered, acknowledged, and sent again until it is (RFC 5456 §8.1.1).
///
/// @param source the sender's number for the call
/// @param destination the receiver's number, [CallNumber#NONE] while the sender does not know it
/// @param retry the R bit: this is a repetition
/// @param timestamp milliseconds since the sender's first frame of this call, 32 bits, unsigned
/// @param sent `OSeqno`, the number of this frame in the sender's stream
/// @param expected `ISeqno`, the next number the sender expects; acknowledges everything before it
/// @param body what kind of frame it is, and what it carries
public record FullFrame(
        CallNumber source,
        CallNumber destination,
        boolean retry,
        int timestamp,
        SeqNo sent,
        SeqNo expected,
        Body body)
        implements Frame {
    /// Octets before the body's data.
    public static final int HEADER = 12;

    static FullFrame read(Reader in) throws MalformedFrame {
        if (in.left() < HEADER) {
            throw new MalformedFrame(in.left(), "a full frame has at least 12 octets");
        }
        var source = new CallNumber(in.u16() & CallNumber.MAX);
        int second = in.u16();
        return new FullFrame(
                source,
                new CallNumber(second & CallNumber.MAX),
                (second & 0x8000) != 0,
                in.i32(),
                new SeqNo(in.u8()),
                new SeqNo(in.u8()),
                new Body(in.u8(), in.u8(), in.rest()));
    }

    /// Its length is known, so nothing has to grow or be cut.
    @Override
    public byte[] encode() {
        var out = new Writer(HEADER + body.data().length());
        writeTo(out);
        return out.array();
    }

    @Override
    public void writeTo(Writer out) {
        out.u16(0x8000 | source.value())
                .u16((retry ? 0x8000 : 0) | destination.value())
                .i32(timestamp)
                .u8(sent.value())
                .u8(expected.value())
                .u8(body.type())
                .u8(body.subclass())
                .bytes(body.data());
    }

    /// The same frame marked as a repetition, acknowledging up to `nowExpected` (Asterisk refreshes
    /// the number, RFC 5456 repeats it unchanged; every receiver takes both).
    public FullFrame again(SeqNo nowExpected) {
        return new FullFrame(source, destination, true, timestamp, sent, nowExpected, body);
    }
}
