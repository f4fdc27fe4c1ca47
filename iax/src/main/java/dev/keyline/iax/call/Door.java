package dev.keyline.iax.call;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.message.New;
import dev.keyline.iax.wire.PeerAddress;
import java.util.Set;

/// Who may call. Asked once for each NEW; what it answers is carried out by the protocol.
/// `iax.conf` is behind it in the exchange, a few lines in a test.
public interface Door {
    /// Whether a NEW without a call token from this address may go on (`requirecalltoken=no`).
    /// Asked before anything is remembered about the caller.
    boolean needsToken(New request, PeerAddress from);

    /// What this caller has to show.
    Admission knock(New request, PeerAddress from);

    /// Whether this caller is heard at all; one who is not gets no answer. His address is known to
    /// be his own by then, by a call token.
    default boolean hears(New request, PeerAddress from) {
        return true;
    }

    /// A door that nobody passes: for a phone that only calls out.
    Door CLOSED =
            new Door() {
                @Override
                public boolean needsToken(New request, PeerAddress from) {
                    return true;
                }

                @Override
                public Admission knock(New request, PeerAddress from) {
                    return new Stranger(Set.of(AuthMethod.MD5), "this endpoint takes no calls");
                }
            };

    /// What a caller has to do to get in.
    sealed interface Admission permits Open, Guarded, Stranger, Shut {}

    /// Nothing: a section without keys and secrets.
    ///
    /// @param name the section that lets them in
    record Open(String name) implements Admission {}

    /// Prove who they are.
    ///
    /// @param pending how many challenges this section may have unanswered at once (`maxauthreq`),
    ///   0 for any number
    /// @param encryption whether their calls are encrypted
    record Guarded(Guard guard, int pending, Encryption encryption) implements Admission {
        public Guarded(Guard guard, int pending) {
            this(guard, pending, Encryption.NONE);
        }
    }

    /// Nobody we know. They get a challenge that looks like any other, and are turned away whatever
    /// they answer, so that names cannot be guessed from the outside (AST-2009-001).
    ///
    /// @param methods what the pretended challenge offers
    /// @param why for our own log only
    /// @param encryption what the pretended challenge makes of an offer to encrypt
    /// @param pending how many challenges may be unanswered at once for this name, 0 for any number
    record Stranger(Set<AuthMethod> methods, String why, Encryption encryption, int pending)
            implements Admission {
        public Stranger(Set<AuthMethod> methods, String why) {
            this(methods, why, Encryption.NONE, 0);
        }
    }

    /// Refused without a question: no name was given, and nobody may call without one.
    record Shut(String why) implements Admission {}
}
