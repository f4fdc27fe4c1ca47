package dev.keyline.tools.load;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.call.DialString;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.New;
import dev.keyline.iax.wire.PeerAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the answering side does.
///
/// @param echo whether it says back what it hears
/// @param ringing nanoseconds until it answers
/// @param codecs it takes, best first
/// @param guards who may call; everybody when there is none
public record Answering(boolean echo, long ringing, List<MediaFormat> codecs, List<Guard> guards)
        implements Door {
    public Answering {
        codecs = List.copyOf(codecs);
        guards = List.copyOf(guards);
    }

    /// Somebody who may call, as `user:secret:[key]` or `user:[key]` in the manner of dial strings.
    ///
    /// @return empty if there is neither key nor secret in it
    public static Optional<Guard> guard(String text) {
        var who = DialString.parse(text + "@here");
        var key = who.key().over(Optional.empty());
        var secret = who.secret().over(Optional.empty());
        var methods = EnumSet.noneOf(AuthMethod.class);
        key.ifPresent(_ -> methods.add(AuthMethod.RSA));
        if (key.isEmpty() && secret.isPresent()) {
            methods.add(AuthMethod.MD5);
        }
        return methods.isEmpty()
                ? Optional.empty()
                : Optional.of(guard(who.username().orElse(""), methods, key, secret));
    }

    private static Guard guard(
            String name, Set<AuthMethod> methods, Optional<String> key, Optional<Secret> secret) {
        return new Guard(name, methods, key.stream().toList(), secret.stream().toList());
    }

    @Override
    public boolean needsToken(New request, PeerAddress from) {
        return true;
    }

    @Override
    public Admission knock(New request, PeerAddress from) {
        var name = Optional.ofNullable(request.username()).orElse("");
        if (guards.isEmpty()) {
            return new Open(name);
        }
        return guards.stream()
                .filter(guard -> guard.name().equals(name))
                .findFirst()
                .<Admission>map(guard -> new Guarded(guard, 0, encryption(guard)))
                .orElseGet(() -> new Stranger(guards.getFirst().methods(), "no --guard " + name));
    }

    private static Encryption encryption(Guard guard) {
        return guard.secrets().isEmpty() ? Encryption.NONE : Encryption.ALLOWED;
    }
}
