package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;

/// From the next frame on I encrypt with another key (Asterisk's, only inside encrypted calls).
///
/// @param key 16 octets from which both sides make the new key; never shown
public record RotateKey(Bytes key) implements Message {
    static RotateKey read(Fields in) {
        var key = in.octets(ElementId.CHALLENGE);
        return new RotateKey(key == null ? Bytes.EMPTY : key);
    }

    @Override
    public Body body() {
        return new Draft().octets(ElementId.CHALLENGE, key).body(IaxCommand.RTKEY);
    }

    @Override
    public String toString() {
        return "RotateKey" + Hidden.of(key);
    }
}
