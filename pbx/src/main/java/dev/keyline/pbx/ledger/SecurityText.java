package dev.keyline.pbx.ledger;

import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.wire.PeerAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/// A login as Asterisk writes its security events; Asterisk itself has none for IAX2. Filters read
/// RemoteAddress, so a name may not bring one: quotation marks and control characters are taken
/// out.
public final class SecurityText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

    private static final String FAILED = "ChallengeResponseFailed";

    /// Reasons that Asterisk has another name for.
    private static final Map<String, String> NAMES =
            Map.of(
                    Verdict.Reason.UNKNOWN_NAME.word(), "InvalidAccountID",
                    Verdict.Reason.WRONG_SECRET.word(), "InvalidPassword",
                    Verdict.Reason.NOT_ENCRYPTED.word(), "RequestNotAllowed");

    private SecurityText() {}

    /// The line for a login.
    public static String of(LoginEvent event) {
        var attempt = event.attempt();
        return String.join(
                ",",
                field("SecurityEvent", name(event)),
                field("EventTV", time(attempt.at())),
                field("Severity", event instanceof LoginEvent.Accepted ? "Informational" : "Error"),
                field("Service", "IAX2"),
                field("EventVersion", "1"),
                field("AccountID", attempt.account()),
                field("SessionID", attempt.kind().word()),
                field("RemoteAddress", address(attempt.peer())),
                field("UsingPassword", attempt.used().map(m -> m.word()).orElse("none")));
    }

    private static String name(LoginEvent event) {
        return switch (event) {
            case LoginEvent.Accepted _ -> "SuccessfulAuth";
            case LoginEvent.Refused refused -> NAMES.getOrDefault(refused.reason(), FAILED);
        };
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    private static String address(PeerAddress peer) {
        var family = peer.ip().length() == 4 ? "IPV4" : "IPV6";
        return family + "/UDP/" + peer.host() + "/" + peer.port();
    }

    private static String field(String name, String value) {
        return name + "=\"" + value.replaceAll("[\"\\p{Cntrl}]", "?") + "\"";
    }
}
