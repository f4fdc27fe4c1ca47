package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/// Please forget where I am (RFC 5456 §6.1).
///
/// @param refresh 0 if not said; it means nothing here, yet some senders include it
/// @param result the answer to a [RegisterAuth], [AuthResult.None] at first
/// @param callToken null: no tokens known; empty: can fetch one; else the token
/// @param cause in words, empty if not said
/// @param code Q.850 cause, 0 if not said
public record RegisterRelease(
        String username,
        int refresh,
        AuthResult result,
        @Nullable Bytes callToken,
        String cause,
        int code)
        implements FirstMessage {
    /// The same request with this token (empty: "I can fetch one").
    @Override
    public RegisterRelease withCallToken(Bytes token) {
        return new RegisterRelease(username, refresh, result, token, cause, code);
    }

    @Override
    public boolean hasControls() {
        return Texts.hasControls(username);
    }

    static RegisterRelease read(Fields in) {
        return new RegisterRelease(
                in.name(ElementId.USERNAME),
                in.number(ElementId.REFRESH, 0),
                AuthResult.read(in),
                in.octets(ElementId.CALLTOKEN),
                in.text(ElementId.CAUSE),
                in.number(ElementId.CAUSECODE, 0));
    }

    @Override
    public Body body() {
        return new Draft()
                .text(ElementId.USERNAME, username)
                .u16(ElementId.REFRESH, Draft.nonZero(refresh))
                .result(result)
                .text(ElementId.CAUSE, cause)
                .u8(ElementId.CAUSECODE, Draft.nonZero(code))
                .octets(ElementId.CALLTOKEN, callToken)
                .body(IaxCommand.REGREL);
    }

    @Override
    public String toString() {
        return "RegisterRelease[username=%s, refresh=%d, result=%s, callToken=%s, cause=%s, code=%d]"
                .formatted(username, refresh, result, Hidden.of(callToken), cause, code);
    }
}
