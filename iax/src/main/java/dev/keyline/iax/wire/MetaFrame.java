package dev.keyline.iax.wire;

/// A datagram that begins with a zero call number (RFC 5456 §8.1.3): video of one call, an envelope
/// with voice of many calls, or a command nobody has assigned.
public sealed interface MetaFrame extends Frame {
    /// A video frame that may get lost.
    ///
    /// @param source the sender's number for the call
    /// @param last the M bit: last packet of a picture
    /// @param timestamp low 15 bits of the media time, in milliseconds
    record Video(CallNumber source, boolean last, int timestamp, Bytes payload)
            implements MetaFrame {
        @Override
        public void writeTo(Writer out) {
            out.u16(0)
                    .u16(0x8000 | source.value())
                    .u16((last ? 0x8000 : 0) | timestamp)
                    .bytes(payload);
        }
    }

    /// Voice of many calls in one envelope. The entries stay unread here (`trunk` reads them),
    /// because a last entry that overruns must not hide those before it.
    ///
    /// @param kind 0: entries without timestamps, 1: each with its own; others are reserved
    /// @param timestamp the trunk's own clock, in milliseconds
    record Trunk(int kind, int timestamp, Bytes entries) implements MetaFrame {
        static final int COMMAND = 1;
        private static final int STAMP_AT = 4;

        /// Begins an envelope that is written piece by piece, its entries after this.
        public static void begin(Writer out, int kind) {
            out.u16(0).u8(COMMAND).u8(kind).i32(0);
        }

        /// Gives an envelope that was begun so its stamp.
        public static void stamp(Writer envelope, int timestamp) {
            envelope.i32At(STAMP_AT, timestamp);
        }

        @Override
        public void writeTo(Writer out) {
            out.u16(0).u8(COMMAND).u8(kind).i32(timestamp).bytes(entries);
        }
    }

    /// A meta command other than trunk, 0 or 2 to 127; every receiver ignores it.
    record Other(int command, int argument, Bytes rest) implements MetaFrame {
        @Override
        public void writeTo(Writer out) {
            out.u16(0).u8(command).u8(argument).bytes(rest);
        }
    }

    static MetaFrame read(Reader in) throws MalformedFrame {
        in.u16();
        int second = in.u16();
        if ((second & 0x8000) != 0) {
            int stamp = in.u16();
            return new Video(
                    new CallNumber(second & CallNumber.MAX),
                    (stamp & 0x8000) != 0,
                    stamp & 0x7FFF,
                    in.rest());
        }
        int command = second >> 8;
        return command == Trunk.COMMAND
                ? new Trunk(second & 0xFF, in.i32(), in.rest())
                : new Other(command, second & 0xFF, in.rest());
    }
}
