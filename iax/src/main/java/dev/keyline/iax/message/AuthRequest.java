package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/// Prove who you are (RFC 5456 §6.2).
///
/// @param methods bits: 1 plaintext, 2 MD5, 4 RSA; 0 if the sender did not say
/// @param challenge the octets to sign or hash, absent if only plaintext is asked for
/// @param encryption bits of the scheme chosen: 1 AES-128, 0x8000 key rotation; 0 none
/// @param username echoed from the [New], empty if not said
public record AuthRequest(int methods, @Nullable Bytes challenge, int encryption, String username)
        implements Message {
    static AuthRequest read(Fields in) {
        return new AuthRequest(
                in.number(ElementId.AUTHMETHODS, 0),
                in.octets(ElementId.CHALLENGE),
                in.number(ElementId.ENCRYPTION, 0),
                in.name(ElementId.USERNAME));
    }

    @Override
    public Body body() {
        return new Draft()
                .u16(ElementId.AUTHMETHODS, methods)
                .octets(ElementId.CHALLENGE, challenge)
                .u16(ElementId.ENCRYPTION, Draft.nonZero(encryption))
                .text(ElementId.USERNAME, username)
                .body(IaxCommand.AUTHREQ);
    }
}
