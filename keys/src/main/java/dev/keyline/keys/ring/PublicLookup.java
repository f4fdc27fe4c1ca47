package dev.keyline.keys.ring;

import java.security.interfaces.RSAPublicKey;

/// The answer to "which key checks what NAME signed?".
public sealed interface PublicLookup {
    /// There is, and it may be used.
    ///
    /// @param fingerprint of this key
    record Found(RSAPublicKey key, Fingerprint fingerprint) implements PublicLookup {}

    /// There is such a key, and its time has not come or is over, or its validity file has a
    /// mistake: it lets nobody in. It is here for those who want to know whether it was this key
    /// that signed.
    record OutOfTerm(RSAPublicKey key, Fingerprint fingerprint, Refusal why)
            implements PublicLookup {}

    record Absent(Refusal why) implements PublicLookup {}
}
