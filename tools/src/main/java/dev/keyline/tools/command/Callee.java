package dev.keyline.tools.command;

import dev.keyline.audio.codec.Codec;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.DialString;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.net.Addresses;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.tools.text.Plain;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Whom to call, from a dial string and what the command line adds to it.
///
/// @param wish the dial string; there is no `iax.conf`, so what it leaves out is left out
/// @param secret what the dial string does not say
/// @param from the caller's number, possibly empty
record Callee(
        DialString wish,
        Optional<Secret> secret,
        MediaOffer media,
        String from,
        Encryption encryption) {
    /// Looks the host up, which may take seconds.
    ///
    /// @throws UnknownHostException when there is no such host
    Destination destination() throws UnknownHostException {
        var to = Addresses.resolve(wish.peer(), wish.port().orElse(PeerAddress.DEFAULT_PORT));
        var credentials =
                Credentials.usual(
                        wish.username().orElse(""),
                        wish.key().over(Optional.empty()),
                        wish.secret().over(secret));
        return new Destination(
                to,
                wish.exten(),
                wish.context().orElse(null),
                credentials,
                from.isEmpty() ? CallerId.NONE : CallerId.of(from, ""),
                media,
                "",
                wish.autoAnswer(),
                List.of(),
                null,
                encryption);
    }

    /// `Calling 600 at 192.0.2.1:4569 as alice`.
    static String words(Destination callee) {
        var who = callee.credentials().username();
        return "Calling "
                + Plain.of(callee.number())
                + " at "
                + callee.to()
                + (who.isEmpty() ? "" : " as " + Plain.of(who));
    }

    /// The first line of a file, without blanks around it; none if that is empty.
    static Optional<Secret> secretIn(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .map(Secret::new);
        }
    }

    /// Formats by name, best first; empty when one of them cannot be spoken here.
    static Optional<MediaOffer> offer(List<String> names) {
        var formats = names.stream().map(name -> MediaFormat.ofName(name.strip())).toList();
        boolean all =
                formats.stream()
                        .allMatch(
                                it -> it != null && Codec.labelled(it.asteriskName()).isPresent());
        return all ? Optional.of(MediaOffer.of(formats)) : Optional.empty();
    }
}
