package dev.keyline.iax.message;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.Reader;
import dev.keyline.iax.wire.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a control frame says in parts, each with a number, a length and a value: who is connected,
/// who redirected the call. Not in the RFC; Asterisk's since 1.8.
final class Parts {
    /// The layout that is written; what has no version is of the first one.
    static final int LAYOUT = 2;

    private final Map<Integer, Bytes> values = new LinkedHashMap<>();

    /// Reads parts to the end; empty when the last one does not end there. Of a part that comes
    /// twice the last counts.
    static Optional<Parts> read(Bytes data) {
        var parts = new Parts();
        try {
            var in = new Reader(data);
            while (in.left() > 0) {
                int number = in.u8();
                parts.values.put(number, in.bytes(in.u8()));
            }
            return Optional.of(parts);
        } catch (MalformedFrame _) {
            return Optional.empty();
        }
    }

    /// A text for people, at most 80 characters, without control characters.
    String text(int number) {
        var value = values.getOrDefault(number, Bytes.EMPTY);
        return Texts.withoutControls(Texts.cut(Texts.decode(value)));
    }

    /// A number of one octet or four; one of another size counts as absent, as in Asterisk.
    int number(int number, int otherwise) {
        var value = values.getOrDefault(number, Bytes.EMPTY);
        try {
            return switch (value.length()) {
                case 1 -> value.at(0);
                case 4 -> new Reader(value).i32();
                default -> otherwise;
            };
        } catch (MalformedFrame impossible) {
            throw new AssertionError("four octets were counted", impossible);
        }
    }

    Parts text(int number, String text) {
        values.put(number, Bytes.utf8(Texts.fit(text)));
        return this;
    }

    Parts octet(int number, int value) {
        values.put(number, Bytes.of(value));
        return this;
    }

    Parts word(int number, int value) {
        values.put(number, new Writer().i32(value).toBytes());
        return this;
    }

    Bytes write() {
        var out = new Writer();
        values.forEach((number, value) -> out.u8(number).u8(value.length()).bytes(value));
        return out.toBytes();
    }
}
