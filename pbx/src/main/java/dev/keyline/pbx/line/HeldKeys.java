package dev.keyline.pbx.line;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.keys.ring.Fingerprint;
import dev.keyline.keys.ring.PrivateLookup;
import dev.keyline.keys.ring.PublicLookup;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;

/// The keys of the key directory, as the protocol asks for them. The ring is exchanged as a whole;
/// a call that has found its key keeps it.
public final class HeldKeys implements KeyRing {
    private volatile dev.keyline.keys.ring.KeyRing ring;

    public HeldKeys(dev.keyline.keys.ring.KeyRing ring) {
        this.ring = ring;
    }

    /// The directory as it was last read.
    public dev.keyline.keys.ring.KeyRing ring() {
        return ring;
    }

    /// Takes another ring, read again or with keys unlocked.
    public void exchange(dev.keyline.keys.ring.KeyRing fresh) {
        ring = fresh;
    }

    @Override
    public Lookup<RSAPrivateKey> privateKey(String name) {
        return switch (ring.privateKey(name)) {
            case PrivateLookup.Found(var key) -> new Found<>(key, fingerprint(key));
            case PrivateLookup.Locked locked -> new Missing<>(locked.message());
            case PrivateLookup.Absent(var why) -> new Missing<>(why.message());
        };
    }

    @Override
    public Lookup<RSAPublicKey> publicKey(String name) {
        return switch (ring.publicKey(name)) {
            case PublicLookup.Found(var key) -> new Found<>(key, Fingerprint.of(key).text());
            case PublicLookup.Absent(var why) -> new Missing<>(why.message());
        };
    }

    private static String fingerprint(RSAPrivateKey key) {
        return key instanceof RSAPrivateCrtKey whole ? Fingerprint.of(whole).text() : "";
    }
}
