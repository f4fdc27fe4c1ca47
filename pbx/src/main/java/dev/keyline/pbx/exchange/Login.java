package dev.keyline.pbx.exchange;

import dev.keyline.iax.wire.PeerAddress;
import java.time.Instant;

/// Somebody proved who they are, or was not asked.
///
/// @param account the section of `iax.conf`
/// @param what `call` or `registration`
/// @param method as in `auth=`; `none` where nobody asked
/// @param key the public key that fitted, empty unless the method is `rsa`
public record Login(
        String account,
        String what,
        Instant when,
        PeerAddress from,
        String method,
        String key,
        String fingerprint) {}
