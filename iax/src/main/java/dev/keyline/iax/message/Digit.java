package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.FrameType;

/// A key of the telephone goes down or up. RFC 5456 §8.2 knows the end only ("DTMF"), and so do old
/// peers: an end without a beginning is a whole digit. Asterisk sends both since 1.4.
///
/// @param digit `0` to `9`, `*`, `#`, `A` to `D`
/// @param begin the key goes down
public record Digit(char digit, boolean begin) implements Message {
    private static final String KEYS = "0123456789*#ABCD";

    public Digit {
        if (KEYS.indexOf(digit) < 0) {
            throw new IllegalArgumentException("no such key: " + (int) digit);
        }
    }

    static Message read(Body body) {
        char digit = Character.toUpperCase((char) body.subclass());
        return KEYS.indexOf(digit) < 0
                ? new Unknown(body)
                : new Digit(digit, body.is(FrameType.DTMF_BEGIN));
    }

    @Override
    public Body body() {
        return Body.of(begin ? FrameType.DTMF_BEGIN : FrameType.DTMF_END, digit, Bytes.EMPTY);
    }
}
