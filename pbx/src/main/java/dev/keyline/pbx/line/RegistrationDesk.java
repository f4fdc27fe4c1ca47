package dev.keyline.pbx.line;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.registration.Registrar;
import dev.keyline.iax.wire.PeerAddress;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// Who may register, by `iax.conf`.
///
/// As at the [FrontDoor], whoever is unknown is challenged like any other. So are peers with a
/// fixed address and those that permit and deny keep out: Asterisk refuses these at once, and so
/// tells that they exist.
public final class RegistrationDesk implements Registrar {
    private final Supplier<Lines> lines;
    private final BiPredicate<String, PeerAddress> heard;
    private final IntSupplier dateTime;
    private final long salt;

    /// @param lines asked anew for each request
    /// @param heard whether this name is heard from this address
    /// @param dateTime the packed date of now, as REGACK says it
    /// @param salt any number, kept from callers
    public RegistrationDesk(
            Supplier<Lines> lines,
            BiPredicate<String, PeerAddress> heard,
            IntSupplier dateTime,
            long salt) {
        this.lines = lines;
        this.heard = heard;
        this.dateTime = dateTime;
        this.salt = salt;
    }

    @Override
    public boolean hears(String name, PeerAddress from) {
        return heard.test(name, from);
    }

    @Override
    public boolean needsToken(String name, PeerAddress from) {
        return lines.get().needsToken(name, from);
    }

    @Override
    public Admission knock(String name, PeerAddress from) {
        return switch (lines.get().enrolling(name, from)) {
            case Lines.Enrollable.Not(var why, _) -> stranger(name, why);
            case Lines.Enrollable.As(var enrolling) -> admission(name, enrolling);
        };
    }

    private Admission admission(String name, Enrolling enrolling) {
        var terms = enrolling.terms(dateTime.getAsInt());
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
                offers.isEmpty()
                        ? Set.of(AuthMethod.MD5)
                        : offers.get(Math.floorMod(Objects.hash(salt, name), offers.size())),
                why);
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
