package dev.keyline.pbx.line;

import dev.keyline.iax.call.Door;
import dev.keyline.iax.message.New;
import dev.keyline.iax.wire.PeerAddress;
import java.util.Objects;
import java.util.function.Supplier;

/// Who may call, by `iax.conf`.
///
/// A caller whose name is unknown, or may not come from there, is challenged like any other and
/// turned away whatever the answer. What that challenge offers is what some section offers, and
/// depends on the name alone, so that asking twice tells nothing; Asterisk offers what the last
/// registration was offered.
public final class FrontDoor implements Door {
    private final Supplier<Lines> lines;
    private final Acquaintance known;
    private final Pretence pretence;

    /// @param lines asked anew for each caller
    /// @param salt any number, kept from callers
    public FrontDoor(Supplier<Lines> lines, Acquaintance known, long salt) {
        this.lines = lines;
        this.known = known;
        this.pretence = new Pretence(salt);
    }

    @Override
    public boolean hears(New request, PeerAddress from) {
        return known.isHeard(name(request), from);
    }

    @Override
    public boolean needsToken(New request, PeerAddress from) {
        return lines.get().needsToken(request, from, known);
    }

    @Override
    public Admission knock(New request, PeerAddress from) {
        return switch (lines.get().find(request, from)) {
            case Lines.Found.Section(var user) -> admission(user);
            case Lines.Found.Nobody(var why) -> nobody(name(request), why);
        };
    }

    private Admission admission(User user) {
        return switch (user.access()) {
            case Access.Free _ -> new Open(user.name());
            case Access.Guarded(var guard, var encryption) ->
                    new Guarded(guard, user.pending(), encryption);
            case Access.Unusable(_, var why) -> stranger(Offer.of(user, general()), why);
        };
    }

    private Admission nobody(String name, String why) {
        return name.isEmpty() ? new Shut(why) : stranger(offer(name), why);
    }

    private static Stranger stranger(Offer offer, String why) {
        return new Stranger(offer.methods(), why, offer.encryption(), offer.pending());
    }

    private Offer offer(String name) {
        var offers = lines.get().offers();
        return lines.get()
                .user(name)
                .map(user -> Offer.of(user, general()))
                .orElseGet(
                        () ->
                                offers.isEmpty()
                                        ? Offer.plain(general())
                                        : pretence.choose(name, offers));
    }

    private General general() {
        return lines.get().general();
    }

    private static String name(New request) {
        return Objects.requireNonNullElse(request.username(), "");
    }
}
