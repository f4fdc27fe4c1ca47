package dev.keyline.pbx.line;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.registration.Registrar;
import dev.keyline.iax.wire.PeerAddress;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// Who may register, by `iax.conf`.
///
/// As at the [FrontDoor], whoever is unknown is challenged like any other. So are peers with a
/// fixed address and those that permit and deny keep out: Asterisk refuses these at once, and so
/// tells that they exist.
public final class RegistrationDesk implements Registrar {
    private final Supplier<Lines> lines;
    private final Acquaintance known;
    private final IntSupplier dateTime;
    private final Function<List<String>, OptionalInt> mail;
    private final Pretence pretence;

    /// @param lines asked anew for each request
    /// @param dateTime the packed date of now, as REGACK says it
    /// @param mail what waits in mailboxes, as REGACK says it
    /// @param salt any number, kept from callers
    public RegistrationDesk(
            Supplier<Lines> lines,
            Acquaintance known,
            IntSupplier dateTime,
            Function<List<String>, OptionalInt> mail,
            long salt) {
        this.lines = lines;
        this.known = known;
        this.dateTime = dateTime;
        this.mail = mail;
        this.pretence = new Pretence(salt);
    }

    @Override
    public boolean hears(String name, PeerAddress from) {
        return known.isHeard(name, from);
    }

    @Override
    public boolean needsToken(String name, PeerAddress from) {
        return lines.get().needsToken(name, from, known);
    }

    @Override
    public Admission knock(String name, PeerAddress from) {
        return switch (lines.get().enrolling(name, from)) {
            case Lines.Enrollable.Not(var why, _) -> stranger(name, why);
            case Lines.Enrollable.As(var enrolling) -> admission(name, enrolling);
        };
    }

    private Admission admission(String name, Enrolling enrolling) {
        var terms = enrolling.terms(dateTime.getAsInt(), mail.apply(enrolling.mailboxes()));
        return switch (enrolling.access()) {
            case Access.Free _ -> new Open(name, terms);
            case Access.Guarded(var guard, _) -> new Guarded(guard, terms);
            case Access.Unusable(var methods, var why) ->
                    new Stranger(methods.isEmpty() ? Set.of(AuthMethod.MD5) : methods, why);
        };
    }

    private Stranger stranger(String name, String why) {
        var offers = offers();
        return new Stranger(
                offers.isEmpty() ? Set.of(AuthMethod.MD5) : pretence.choose(name, offers), why);
    }

    private List<Set<AuthMethod>> offers() {
        return lines.get().peers().stream()
                .flatMap(peer -> peer.enrolling().stream())
                .map(enrolling -> enrolling.access().methods())
                .filter(methods -> !methods.isEmpty())
                .distinct()
                .toList();
    }
}
