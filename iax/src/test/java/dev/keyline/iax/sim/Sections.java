package dev.keyline.iax.sim;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.message.New;
import dev.keyline.iax.registration.Registrar;
import dev.keyline.iax.registration.Terms;
import dev.keyline.iax.wire.PeerAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the parties of a random scene know of each other: for each of them a section by key, one by
/// secret, and one by both, whose calls may be encrypted.
final class Sections {
    private static final Set<AuthMethod> RSA = Set.of(AuthMethod.RSA);

    private final Encryption encryption;
    private final List<String> keys;
    private final Map<String, Guard> guards = new HashMap<>();

    /// @param keysChange whether the keys of encrypted calls change under way
    Sections(int parties, boolean keysChange) {
        encryption = new Encryption(true, false, keysChange);
        keys = IntStream.rangeClosed(1, parties).mapToObj(i -> "key" + i).toList();
        for (var key : keys) {
            guards.put(key, Actor.rsa(key, "nobodys", key));
            guards.put("md5-" + key, Actor.md5("md5-" + key, secret(key)));
            guards.put("both-" + key, both(key));
        }
    }

    private static Guard both(String key) {
        return new Guard("both-" + key, RSA, List.of(key), List.of(new Secret(secret(key))));
    }

    private static String secret(String key) {
        return "secret of " + key;
    }

    boolean keysChange() {
        return encryption.rotating();
    }

    /// What nobody may ever read: the secrets, and the private keys in digits.
    List<String> secrets() {
        return keys.stream()
                .flatMap(key -> Stream.of(secret(key), TestKeys.privateDigits(key)))
                .toList();
    }

    KeyRing ring(int party) {
        return TestKeys.ring(List.of("key" + party, "wrong"), keys);
    }

    Credentials byKey(int party) {
        return Actor.key("key" + party, "key" + party);
    }

    Credentials byWrongKey(int party) {
        return Actor.key("key" + party, "wrong");
    }

    Credentials bySecret(int party) {
        return Actor.secret("md5-key" + party, secret("key" + party));
    }

    Credentials byWrongSecret(int party) {
        return Actor.secret("md5-key" + party, "not the secret");
    }

    Credentials byBoth(int party) {
        var key = "key" + party;
        return Credentials.usual(
                "both-" + key, Optional.of(key), Optional.of(new Secret(secret(key))));
    }

    Door door() {
        return new Door() {
            @Override
            public boolean needsToken(New request, PeerAddress from) {
                return true;
            }

            @Override
            public Door.Admission knock(New request, PeerAddress from) {
                var guard = guards.get(String.valueOf(request.username()));
                return guard == null ? new Door.Stranger(RSA, "nobody") : guarded(guard);
            }

            private Door.Admission guarded(Guard guard) {
                return guard.name().startsWith("both-")
                        ? new Door.Guarded(guard, 3, encryption)
                        : new Door.Guarded(guard, 3);
            }
        };
    }

    /// Notes whoever proves himself, for 20 s to 60 s.
    Registrar registrar() {
        return new Registrar() {
            @Override
            public boolean needsToken(String name, PeerAddress from) {
                return true;
            }

            @Override
            public Registrar.Admission knock(String name, PeerAddress from) {
                var guard = guards.get(name);
                return guard == null
                        ? new Registrar.Stranger(RSA, "nobody")
                        : new Registrar.Guarded(guard, Terms.of(20, 60));
            }
        };
    }
}
