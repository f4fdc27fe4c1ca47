package dev.keyline.tools.phone;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.keys.ring.Entry;
import dev.keyline.keys.ring.Fingerprint;
import dev.keyline.keys.ring.KeyType;
import dev.keyline.keys.ring.PrivateLookup;
import dev.keyline.keys.ring.PublicLookup;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;

/// The keys of a directory, as the protocol asks for them.
///
/// @param keys as they were read; nothing is read again
public record RingOnDisk(dev.keyline.keys.ring.KeyRing keys) implements KeyRing {
    @Override
    public Lookup<RSAPrivateKey> privateKey(String name) {
        return switch (keys.privateKey(name)) {
            case PrivateLookup.Found(var key) -> new Found<>(key, fingerprint(name));
            case PrivateLookup.Locked locked ->
                    new Missing<>(locked.file() + " is locked by a passphrase");
            case PrivateLookup.Absent(var why) -> new Missing<>(why.message());
        };
    }

    @Override
    public Lookup<RSAPublicKey> publicKey(String name) {
        return switch (keys.publicKey(name)) {
            case PublicLookup.Found(var key) -> new Found<>(key, Fingerprint.of(key).toString());
            case PublicLookup.Absent(var why) -> new Missing<>(why.message());
        };
    }

    private String fingerprint(String name) {
        return keys.entries().stream()
                .filter(it -> it.name().equals(name) && it.file().id().type() == KeyType.PRIVATE)
                .flatMap(it -> it.fingerprint().stream())
                .map(Fingerprint::toString)
                .findFirst()
                .orElse("unknown");
    }

    /// Whether this private key waits for its passphrase.
    public boolean isLocked(String name) {
        return keys.locked().stream().map(Entry::name).anyMatch(name::equals);
    }
}
