package dev.keyline.iax.registration;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.wire.PeerAddress;
import java.util.Set;

/// Who may register here. Asked once for each request; what it answers is carried out by the
/// protocol.
public interface Registrar {
    /// Whether a request without a call token from this address may go on.
    boolean needsToken(String name, PeerAddress from);

    /// What this peer has to show.
    Admission knock(String name, PeerAddress from);

    /// Whether this peer is heard at all; one who is not gets no answer.
    default boolean hears(String name, PeerAddress from) {
        return true;
    }

    /// A registrar that keeps no list. It challenges like any other: whether somebody is known is
    /// nobody's business.
    Registrar NONE =
            new Registrar() {
                @Override
                public boolean needsToken(String name, PeerAddress from) {
                    return true;
                }

                @Override
                public Admission knock(String name, PeerAddress from) {
                    return new Stranger(Set.of(AuthMethod.MD5), "no registrations are taken here");
                }
            };

    /// What a peer has to do to be noted.
    sealed interface Admission permits Open, Guarded, Stranger {}

    /// Nothing: the section has neither keys nor secrets.
    record Open(String name, Terms terms) implements Admission {}

    /// Prove who they are.
    record Guarded(Guard guard, Terms terms) implements Admission {}

    /// Nobody who may register. They get a challenge that looks like any other, and are turned away
    /// whatever they answer (AST-2009-001). Asterisk refuses peers with a fixed address and those
    /// that an ACL denies at once, and so tells who they are.
    ///
    /// @param methods what the pretended challenge offers
    /// @param why for our own log only
    record Stranger(Set<AuthMethod> methods, String why) implements Admission {}
}
