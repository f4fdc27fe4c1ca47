package dev.keyline.pbx.line;

import dev.keyline.iax.registration.Terms;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.conf.Acl;
import dev.keyline.pbx.conf.CallerIdText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a peer section of `host=dynamic` is registered.
///
/// @param access what a registration has to show
/// @param least seconds an address is kept at least (`minregexpire`)
/// @param most the longest (`maxregexpire`)
/// @param extensions `regexten`: what appears in `regcontext` while it is registered; the section's
///   name when nothing is written
public record Enrolling(
        Access access,
        Acl acl,
        int least,
        int most,
        Optional<CallerIdText> caller,
        List<String> extensions) {
    public Enrolling {
        extensions = List.copyOf(extensions);
    }

    boolean allows(PeerAddress from) {
        return acl.allows(from.ip().toArray());
    }

    Terms terms(@Nullable Integer dateTime) {
        return new Terms(
                least,
                most,
                null,
                dateTime,
                caller.map(CallerIdText::number).orElse(null),
                caller.map(CallerIdText::name).orElse(null));
    }
}
