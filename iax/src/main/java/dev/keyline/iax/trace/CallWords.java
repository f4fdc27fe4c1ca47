package dev.keyline.iax.trace;

import dev.keyline.iax.message.AuthRequest;
import dev.keyline.iax.message.AuthResult;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.DialplanReply;
import dev.keyline.iax.message.Formats;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.New;
import dev.keyline.iax.message.ReceiverReport;
import dev.keyline.iax.wire.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The words of setting up a call and watching it.
final class CallWords {
    private CallWords() {}

    static String of(New request) {
        var parts = new ArrayList<String>();
        parts.add("to " + extension(request.calledNumber(), request.calledContext()));
        if (request.username() != null) {
            parts.add("as " + Words.safe(request.username()));
        }
        token(request.callToken(), parts);
        caller(request.caller(), parts);
        parts.add(media(request.media()));
        if (request.version() != New.VERSION) {
            parts.add("version " + request.version());
        }
        if (request.encryption() != 0) {
            parts.add("can " + encryption(request.encryption()));
        }
        if (!request.variables().isEmpty()) {
            parts.add(
                    request.variables().stream()
                            .map(one -> Words.safe(one.name() + "=" + one.value()))
                            .collect(Collectors.joining(" ")));
        }
        return String.join(", ", parts);
    }

    private static void caller(CallerId caller, List<String> parts) {
        var name = caller.name().isEmpty() ? "" : Words.quoted(caller.name());
        var number = caller.number().isEmpty() ? "" : "<" + Words.safe(caller.number()) + ">";
        if (!name.isEmpty() || !number.isEmpty()) {
            parts.add("from " + (name + " " + number).strip());
        }
    }

    private static String media(MediaOffer media) {
        var offered = Formats.names(media.capability());
        return media.format() == media.capability()
                ? offered
                : Formats.names(media.format()) + " of " + offered;
    }

    static void token(@Nullable Bytes token, List<String> parts) {
        if (token == null) {
            parts.add("no token");
        } else {
            parts.add(token.isEmpty() ? "token wanted" : "token shown");
        }
    }

    static String extension(String number, @Nullable String context) {
        return Words.safe(context == null ? number : number + "@" + context);
    }

    static String of(AuthRequest request) {
        var asked = challenge(request.username(), request.methods(), request.challenge());
        return request.encryption() == 0
                ? asked
                : asked + ", then " + encryption(request.encryption());
    }

    static String challenge(String username, int methods, @Nullable Bytes challenge) {
        return (Words.safe(username) + " by ").stripLeading()
                + methods(methods)
                + (challenge == null ? "" : ", challenge " + Words.safe(challenge.asText()));
    }

    private static String methods(int bits) {
        var names = new ArrayList<String>();
        if ((bits & 4) != 0) {
            names.add("rsa");
        }
        if ((bits & 2) != 0) {
            names.add("md5");
        }
        if ((bits & 1) != 0) {
            names.add("plaintext");
        }
        return names.isEmpty() ? "no known method" : String.join("|", names);
    }

    private static String encryption(int bits) {
        var aes = (bits & 1) != 0 ? "aes128" : "unknown encryption 0x" + Integer.toHexString(bits);
        return (bits & 0x8000) != 0 ? aes + " with key rotation" : aes;
    }

    static String of(AuthResult result) {
        return switch (result) {
            case AuthResult.Rsa(String base64) ->
                    "RSA signature of " + base64.length() + " characters";
            case AuthResult.Md5 _ -> "MD5 answer, hidden";
            case AuthResult.Password _ -> "password in clear, hidden";
            case AuthResult.None() -> "no answer";
        };
    }

    static String of(ReceiverReport report) {
        return "received %d, lost %d (%d %%), late %d, out of order %d, jitter %d ms, delay %d ms"
                .formatted(
                        report.packets(),
                        report.lossCount(),
                        report.lossPercent(),
                        report.dropped(),
                        report.outOfOrder(),
                        report.jitter(),
                        report.delay());
    }

    static String of(DialplanReply reply) {
        var answer =
                switch (reply.status() & 7) {
                    case 1 -> "exists";
                    case 2 -> "could exist";
                    case 4 -> "does not exist";
                    default -> "status 0x" + Integer.toHexString(reply.status());
                };
        boolean more = (reply.status() & 0x8000) != 0;
        return Words.safe(reply.number())
                + " "
                + answer
                + (more ? ", more digits may match" : "")
                + ", holds "
                + reply.refresh()
                + " s";
    }
}
