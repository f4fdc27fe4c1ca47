package dev.keyline.iax.registration;

import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.wire.Bytes;

/// Where a registration that we take stands; [RegistrarFigure] has the arrows.
public sealed interface RegistrarLeg {
    /// They have been asked who they are.
    ///
    /// @param name whom they want to register as
    /// @param known whether the guard is a real one; the answer to a pretended one is never right
    record Challenged(String name, Guard guard, Bytes challenge, boolean known, Terms terms)
            implements RegistrarLeg {}

    /// They will be refused, but not at once.
    record TurningAway() implements RegistrarLeg {}

    record Ended() implements RegistrarLeg {}
}
