package dev.keyline.interop;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.keys.ring.Fingerprint;
import dev.keyline.keys.ring.PrivateLookup;
import dev.keyline.keys.ring.PublicLookup;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;

/// A key directory as the protocol sees it.
final class Rings {
    private Rings() {}

    static KeyRing of(Path directory) {
        var ring = dev.keyline.keys.ring.KeyRing.load(directory);
        return new KeyRing() {
            @Override
            public Lookup<RSAPrivateKey> privateKey(String name) {
                return switch (ring.privateKey(name)) {
                    case PrivateLookup.Found(var key) ->
                            new Found<>(key, Fingerprint.of((RSAPrivateCrtKey) key).toString());
                    case PrivateLookup.Locked locked -> new Missing<>(locked.message());
                    case PrivateLookup.Absent(var why) -> new Missing<>(why.message());
                };
            }

            @Override
            public Lookup<RSAPublicKey> publicKey(String name) {
                return switch (ring.publicKey(name)) {
                    case PublicLookup.Found(var key) ->
                            new Found<>(key, Fingerprint.of(key).toString());
                    case PublicLookup.Absent(var why) -> new Missing<>(why.message());
                };
            }
        };
    }
}
