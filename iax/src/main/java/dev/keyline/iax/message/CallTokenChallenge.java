package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;

/// Ask again and show this token: the proof that you receive at your address (an addition to RFC
/// 5456, in Asterisk since 2009).
///
/// @param token opaque to whoever receives it, echoed as it stands
public record CallTokenChallenge(Bytes token) implements Message {
    static CallTokenChallenge read(Fields in) {
        var token = in.octets(ElementId.CALLTOKEN);
        return new CallTokenChallenge(token == null ? Bytes.EMPTY : token);
    }

    @Override
    public Body body() {
        return new Draft().octets(ElementId.CALLTOKEN, token).body(IaxCommand.CALLTOKEN);
    }

    @Override
    public String toString() {
        return "CallTokenChallenge" + Hidden.of(token);
    }
}
