package dev.keyline.pbx.line;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.keys.ring.Fingerprint;
import dev.keyline.keys.ring.LiveKeys;
import dev.keyline.keys.ring.PrivateLookup;
import dev.keyline.keys.ring.PublicLookup;
import dev.keyline.keys.ring.Reload;
import dev.keyline.keys.ring.Unlocking;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;

/// The keys of the key directory, as the protocol asks for them. The ring is exchanged as a whole;
/// a call that has found its key keeps it. May be asked, unlocked and reloaded by any thread.
public final class HeldKeys implements KeyRing {
    private final LiveKeys keys;
    private final InstantSource dates;

    /// @param dates decide whether a key has expired; asked at each look-up
    public HeldKeys(dev.keyline.keys.ring.KeyRing ring, InstantSource dates) {
        this.keys = new LiveKeys(ring);
        this.dates = dates;
    }

    /// The directory as it was last read.
    public dev.keyline.keys.ring.KeyRing ring() {
        return keys.ring();
    }

    /// Reads the directory again. Takes as long as the disk does: not in the loop.
    public Reload reload() {
        return keys.reload();
    }

    /// Tries a passphrase on a locked key, which calls can use from then on. The array stays the
    /// caller's, who wipes it. Takes up to a second: not in the loop.
    public Unlocking unlock(String name, char[] passphrase) {
        return keys.unlock(name, passphrase);
    }

    /// What decides whether keys have expired.
    public InstantSource dates() {
        return dates;
    }

    @Override
    public Lookup<RSAPrivateKey> privateKey(String name) {
        return switch (ring().privateKey(name, dates.instant())) {
            case PrivateLookup.Found(var key) -> new Found<>(key, fingerprint(key));
            case PrivateLookup.Locked locked -> new Missing<>(locked.message(), "locked");
            case PrivateLookup.Absent(var why) -> new Missing<>(why.message(), why.word());
        };
    }

    @Override
    public Lookup<RSAPublicKey> publicKey(String name) {
        return switch (ring().publicKey(name, dates.instant())) {
            case PublicLookup.Found(var key, var print) -> new Found<>(key, print.text());
            case PublicLookup.OutOfTerm(var key, var print, var why) ->
                    new OutOfTerm<>(key, print.text(), why.message());
            case PublicLookup.Absent(var why) -> new Missing<>(why.message(), why.word());
        };
    }

    private static String fingerprint(RSAPrivateKey key) {
        return key instanceof RSAPrivateCrtKey whole ? Fingerprint.of(whole).text() : "";
    }
}
