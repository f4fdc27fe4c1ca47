package dev.keyline.iax.registration;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.wire.PeerAddress;
import java.util.Optional;
import java.util.Set;

/// What happened to a registration: news for whoever runs the endpoint.
public sealed interface RegistrationEvent {
    /// We are asked who we are.
    record Challenged(Set<AuthMethod> offered) implements RegistrationEvent {}

    /// We have answered.
    ///
    /// @param keyName the key that signed, empty for other methods
    record Answering(AuthMethod method, String keyName, String fingerprint)
            implements RegistrationEvent {}

    /// An attempt of ours is over.
    record Settled(Outcome outcome) implements RegistrationEvent {}

    /// A peer is to be found here from now on.
    ///
    /// @param proof how it proved itself; empty when nobody asked
    /// @param seconds for how long
    record Enrolled(PeerAddress from, String name, Optional<Verdict.LetIn> proof, int seconds)
            implements RegistrationEvent {}

    /// A peer is to be forgotten.
    record Released(PeerAddress from, String name, Optional<Verdict.LetIn> proof)
            implements RegistrationEvent {}

    /// Somebody wanted to register and may not.
    ///
    /// @param name the name they gave, possibly empty
    /// @param required what was asked for
    record TurnedAway(
            PeerAddress from, String name, Set<AuthMethod> required, Verdict.TurnedAway verdict)
            implements RegistrationEvent {}
}
