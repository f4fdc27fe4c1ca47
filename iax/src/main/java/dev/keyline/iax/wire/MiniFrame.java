package dev.keyline.iax.wire;

/// A voice frame that may get lost (RFC 5456 §8.1.2): the codec of the last full voice frame, the
/// low 16 bits of the timestamp, no sequence number.
///
/// @param source the *sender's* number for the call; never 0
/// @param timestamp low 16 bits of the media time, in milliseconds
public record MiniFrame(CallNumber source, int timestamp, Bytes payload) implements Frame {
    public static final int HEADER = 4;

    /// Where its timestamp is: what an encrypted call seals begins there.
    public static final int STAMP = 2;

    static MiniFrame read(Reader in) throws MalformedFrame {
        return new MiniFrame(new CallNumber(in.u16()), in.u16(), in.rest());
    }

    @Override
    public void writeTo(Writer out) {
        out.u16(source.value()).u16(timestamp).bytes(payload);
    }
}
