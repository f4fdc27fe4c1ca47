package dev.keyline.keys.ring;

import java.security.interfaces.RSAPublicKey;

/// The answer to "which key checks what NAME signed?".
public sealed interface PublicLookup {
    record Found(RSAPublicKey key) implements PublicLookup {}

    record Absent(Refusal why) implements PublicLookup {}
}
