package dev.keyline.iax.registration;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.wire.PeerAddress;

/// What the registrar's side may rely on; none of it changes.
///
/// @param refusal nanoseconds before a failed proof is answered (`delayreject`)
/// @param proof nanoseconds a peer has to answer a challenge
public record RegistrarSide(PeerAddress peer, KeyRing ring, long refusal, long proof) {}
