package dev.keyline.pbx.line;

import dev.keyline.iax.registration.Terms;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.conf.Acl;
import dev.keyline.pbx.conf.CallerIdText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// How a peer section of `host=dynamic` is registered.
///
/// @param access what a registration has to show
/// @param least seconds an address is kept at least (`minregexpire`)
/// @param most the longest (`maxregexpire`)
/// @param extensions `regexten`: what appears in `regcontext` while it is registered; the section's
///   name when nothing is written
/// @param mailboxes whose messages it is told of (`mailbox`), `600@default`
public record Enrolling(
        Access access,
        Acl acl,
        int least,
        int most,
        Optional<CallerIdText> caller,
        List<String> extensions,
        List<String> mailboxes) {
    public Enrolling {
        extensions = List.copyOf(extensions);
        mailboxes = List.copyOf(mailboxes);
    }

    boolean allows(PeerAddress from) {
        return acl.allows(from.ip().toArray());
    }

    /// @param mail what waits in its mailboxes; empty to say nothing
    Terms terms(@Nullable Integer dateTime, OptionalInt mail) {
        return new Terms(
                least,
                most,
                mail.isPresent() ? (Integer) mail.getAsInt() : null,
                dateTime,
                caller.map(CallerIdText::number).orElse(null),
                caller.map(CallerIdText::name).orElse(null));
    }
}
