package dev.keyline.iax.call;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.message.New;
import java.util.Optional;

/// Whether a call shall be encrypted (`encryption=`, `forceencryption=`). The scheme is AES-128
/// with a key made of the challenge and a shared secret, so who has no secret can neither offer nor
/// take it, whatever keys there are.
///
/// @param allowed encrypt when the other side can
/// @param forced no call at all rather than one in clear; includes `allowed`
/// @param rotating change our key now and then when the other side called and offered it; we follow
///   theirs in any case
public record Encryption(boolean allowed, boolean forced, boolean rotating) {
    public static final Encryption NONE = new Encryption(false, false, false);
    public static final Encryption ALLOWED = new Encryption(true, false, false);
    public static final Encryption FORCED = new Encryption(true, true, false);

    /// The bit of AES-128 in ENCRYPTION.
    static final int AES = 1;

    /// The bit that says we follow changes of the key.
    private static final int KEYS_MAY_CHANGE = 0x8000;

    public Encryption {
        allowed |= forced;
    }

    /// What a NEW of ours says: Asterisk's 0x8001, or 0 without a secret.
    int offer(Optional<Secret> secret) {
        return allowed && secret.isPresent() ? KEYS_MAY_CHANGE | AES : 0;
    }

    /// Whether a call that asks for this is encrypted by us. Needs a challenge, so not where the
    /// section knows plaintext alone.
    boolean joins(New request, Guard guard) {
        return allowed
                && (request.encryption() & AES) != 0
                && (guard.methods().contains(AuthMethod.RSA)
                        || guard.methods().contains(AuthMethod.MD5));
    }

    /// Whether we change keys on a call that asks for this.
    boolean rotates(New request) {
        return rotating && (request.encryption() & KEYS_MAY_CHANGE) != 0;
    }
}
