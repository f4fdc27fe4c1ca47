package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/// Prove who you are before I note your address (RFC 5456 §6.1).
///
/// @param methods bits: 1 plaintext, 2 MD5, 4 RSA
/// @param challenge the octets to sign or hash, absent if only plaintext is asked for
/// @param username echoed from the request
public record RegisterAuth(int methods, @Nullable Bytes challenge, String username)
        implements Message {
    static RegisterAuth read(Fields in) {
        return new RegisterAuth(
                in.number(ElementId.AUTHMETHODS, 0),
                in.octets(ElementId.CHALLENGE),
                in.name(ElementId.USERNAME));
    }

    @Override
    public Body body() {
        return new Draft()
                .u16(ElementId.AUTHMETHODS, methods)
                .octets(ElementId.CHALLENGE, challenge)
                .text(ElementId.USERNAME, username)
                .body(IaxCommand.REGAUTH);
    }
}
