package dev.keyline.iax.call;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.New;
import dev.keyline.iax.message.Variable;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom to call, and with what to show for it.
///
/// @param to where the NEW goes
/// @param number the extension asked for; Asterisk takes an absent one for `s`
/// @param context the context asked for, or null to leave it to them
/// @param language a tag such as `en`, possibly empty
/// @param dateTime the packed local time, or null to say nothing
/// @param encryption needs a secret among the credentials, also where a key is the proof
public record Destination(
        PeerAddress to,
        String number,
        @Nullable String context,
        Credentials credentials,
        CallerId caller,
        MediaOffer media,
        String language,
        boolean autoAnswer,
        List<Variable> variables,
        @Nullable Integer dateTime,
        Encryption encryption) {
    public Destination {
        variables = List.copyOf(variables);
    }

    /// A call with no more than the necessary.
    public static Destination of(
            PeerAddress to,
            String number,
            @Nullable String context,
            Credentials credentials,
            MediaOffer media) {
        return new Destination(
                to,
                number,
                context,
                credentials,
                CallerId.NONE,
                media,
                "",
                false,
                List.of(),
                null,
                Encryption.NONE);
    }

    /// The same call, encrypted or not.
    public Destination with(Encryption wish) {
        return new Destination(
                to,
                number,
                context,
                credentials,
                caller,
                media,
                language,
                autoAnswer,
                variables,
                dateTime,
                wish);
    }

    /// The first frame of the call. Its empty CALLTOKEN says that we know call tokens.
    public New request() {
        var username = credentials.username().isEmpty() ? null : credentials.username();
        return new New(
                New.VERSION,
                number,
                context,
                username,
                caller,
                media,
                encryption.offer(credentials.secret()),
                language,
                autoAnswer,
                variables,
                dateTime,
                Bytes.EMPTY);
    }
}
