package dev.keyline.iax.registration;

import dev.keyline.iax.message.RegisterAuth;

/// Where one attempt to register stands; [RegistrantFigure] has the arrows.
public sealed interface RegistrantLeg {
    /// The request is out.
    record Asking() implements RegistrantLeg {}

    /// They asked who we are, and the answer is being signed.
    record Signing(RegisterAuth question) implements RegistrantLeg {}

    /// We have answered. One question is answered in an attempt.
    record Proving() implements RegistrantLeg {}

    record Ended(Outcome outcome) implements RegistrantLeg {}
}
