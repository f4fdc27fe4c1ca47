package dev.keyline.iax.trace;

import dev.keyline.iax.message.AuthResult;
import dev.keyline.iax.message.RegisterAck;
import dev.keyline.iax.message.RegisterAuth;
import dev.keyline.iax.message.RegisterRelease;
import dev.keyline.iax.message.RegisterRequest;
import dev.keyline.iax.wire.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words of registration.
final class RegistrationWords {
    private RegistrationWords() {}

    static String of(RegisterRequest request) {
        var parts = new ArrayList<String>();
        parts.add(Words.safe(request.username()));
        parts.add("for " + request.refresh() + " s");
        proof(request.result(), request.callToken(), parts);
        return String.join(", ", parts);
    }

    static String of(RegisterRelease request) {
        var parts = new ArrayList<String>();
        parts.add(Words.safe(request.username()));
        var cause = Words.cause(request.cause(), request.code());
        if (!cause.isEmpty()) {
            parts.add(cause);
        }
        proof(request.result(), request.callToken(), parts);
        return String.join(", ", parts);
    }

    /// An answer comes without a token, a first request with one: only what is there is told.
    private static void proof(AuthResult result, @Nullable Bytes token, List<String> parts) {
        if (!(result instanceof AuthResult.None)) {
            parts.add(CallWords.of(result));
        }
        if (token != null || result instanceof AuthResult.None) {
            CallWords.token(token, parts);
        }
    }

    static String of(RegisterAuth request) {
        return CallWords.challenge(request.username(), request.methods(), request.challenge());
    }

    static String of(RegisterAck ack) {
        var parts = new ArrayList<String>();
        parts.add(Words.safe(ack.username()));
        if (ack.refresh() != null) {
            parts.add("for " + ack.refresh() + " s");
        }
        if (ack.address() != null) {
            parts.add("seen at " + ack.address());
        }
        if (ack.messageCount() != null) {
            parts.add(messages(ack.messageCount()));
        }
        if (ack.callingName() != null) {
            parts.add("is " + Words.quoted(ack.callingName()));
        }
        if (ack.callingNumber() != null) {
            parts.add("<" + Words.safe(ack.callingNumber()) + ">");
        }
        return String.join(", ", parts);
    }

    static String messages(@Nullable Integer count) {
        if (count == null) {
            return "";
        }
        return count == 0xFFFF
                ? "messages waiting"
                : "messages: " + (count & 0xFF) + " new, " + (count >> 8) + " old";
    }
}
