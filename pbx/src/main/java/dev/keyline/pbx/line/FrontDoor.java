package dev.keyline.pbx.line;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.message.New;
import dev.keyline.iax.wire.PeerAddress;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/// Who may call, by `iax.conf`.
///
/// A caller whose name is unknown, or may not come from there, is challenged like any other and
/// turned away whatever the answer. What that challenge offers depends on the name alone, so that
/// asking twice tells nothing; Asterisk offers what the last registration was offered.
public final class FrontDoor implements Door {
    private final Supplier<Lines> lines;
    private final BiPredicate<String, PeerAddress> heard;
    private final long salt;

    /// @param lines asked anew for each caller
    /// @param heard whether this name is heard from this address
    /// @param salt any number, kept from callers
    public FrontDoor(Supplier<Lines> lines, BiPredicate<String, PeerAddress> heard, long salt) {
        this.lines = lines;
        this.heard = heard;
        this.salt = salt;
    }

    @Override
    public boolean hears(New request, PeerAddress from) {
        return heard.test(Objects.requireNonNullElse(request.username(), ""), from);
    }

    @Override
    public boolean needsToken(New request, PeerAddress from) {
        return lines.get().needsToken(request, from);
    }

    @Override
    public Admission knock(New request, PeerAddress from) {
        return switch (lines.get().find(request, from)) {
            case Lines.Found.Section(var user) -> admission(user);
            case Lines.Found.Nobody(var why) -> nobody(request, why);
        };
    }

    private Admission admission(User user) {
        return switch (user.access()) {
            case Access.Free _ -> new Open(user.name());
            case Access.Guarded(var guard, var encryption) ->
                    new Guarded(guard, user.pending(), encryption);
            case Access.Unusable(var methods, var why) ->
                    new Stranger(pretended(methods), why, general());
        };
    }

    private Admission nobody(New request, String why) {
        var name = Objects.requireNonNullElse(request.username(), "");
        return name.isEmpty() ? new Shut(why) : new Stranger(methods(name), why, encryption(name));
    }

    private Encryption encryption(String name) {
        return lines.get()
                .user(name)
                .filter(user -> user.access() instanceof Access.Guarded)
                .map(user -> ((Access.Guarded) user.access()).encryption())
                .orElseGet(this::general);
    }

    private Encryption general() {
        return lines.get().general().encryption();
    }

    private Set<AuthMethod> methods(String name) {
        var known = lines.get().user(name).map(user -> user.access().methods());
        return known.filter(m -> !m.isEmpty()).orElseGet(() -> invented(name));
    }

    private Set<AuthMethod> invented(String name) {
        var offers = lines.get().offers();
        return offers.isEmpty()
                ? Set.of(AuthMethod.MD5)
                : offers.get(Math.floorMod(Objects.hash(salt, name), offers.size()));
    }

    private static Set<AuthMethod> pretended(Set<AuthMethod> methods) {
        return methods.isEmpty() ? Set.of(AuthMethod.MD5) : methods;
    }
}
