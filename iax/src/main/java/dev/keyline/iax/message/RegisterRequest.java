package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/// Please note where I am (RFC 5456 §6.1).
///
/// @param refresh for how long, in seconds; 0 if not said
/// @param result the answer to a [RegisterAuth], [AuthResult.None] at first
/// @param callToken null: no tokens known; empty: can fetch one; else the token
public record RegisterRequest(
        String username, int refresh, AuthResult result, @Nullable Bytes callToken)
        implements FirstMessage {
    /// The same request with this token (empty: "I can fetch one").
    @Override
    public RegisterRequest withCallToken(Bytes token) {
        return new RegisterRequest(username, refresh, result, token);
    }

    @Override
    public boolean hasControls() {
        return Texts.hasControls(username);
    }

    static RegisterRequest read(Fields in) {
        return new RegisterRequest(
                in.name(ElementId.USERNAME),
                in.number(ElementId.REFRESH, 0),
                AuthResult.read(in),
                in.octets(ElementId.CALLTOKEN));
    }

    @Override
    public Body body() {
        return new Draft()
                .text(ElementId.USERNAME, username)
                .u16(ElementId.REFRESH, Draft.nonZero(refresh))
                .result(result)
                .octets(ElementId.CALLTOKEN, callToken)
                .body(IaxCommand.REGREQ);
    }

    @Override
    public String toString() {
        return "RegisterRequest[username=%s, refresh=%d, result=%s, callToken=%s]"
                .formatted(username, refresh, result, Hidden.of(callToken));
    }
}
