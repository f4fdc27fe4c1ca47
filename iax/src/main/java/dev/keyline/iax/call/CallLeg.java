package dev.keyline.iax.call;

import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.message.AuthRequest;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.New;
import dev.keyline.iax.wire.Bytes;
import java.util.Optional;

/// Where a call stands, in the words of the RFC's two figures (RFC 5456 §6.2.1). Each state has
/// only the data that it alone needs; [CallFigure] has the arrows.
public sealed interface CallLeg {
    /// We called. NEW is out, they have not asked or answered yet.
    record Waiting() implements CallLeg {}

    /// We called, they asked who we are, and the answer is being signed.
    record Signing(AuthRequest question) implements CallLeg {}

    /// We called and have answered their question. One question is answered per call: a second one
    /// is either a repetition or somebody collecting signatures.
    ///
    /// @param encrypted whether we answered encrypted
    record Proving(boolean encrypted) implements CallLeg {}

    /// They called and have been asked who they are.
    ///
    /// @param foregone why they will be turned away whatever they answer, if so: nobody knows them,
    ///   or their call is not encrypted and has to be
    /// @param encrypted whether the answer comes encrypted, and everything after it
    record Challenged(
            New request,
            Guard guard,
            Bytes challenge,
            Optional<Verdict.TurnedAway> foregone,
            boolean encrypted)
            implements CallLeg {}

    /// They called and will be refused, but not at once.
    record TurningAway() implements CallLeg {}

    /// They called and may come in; the exchange is deciding.
    record Offered(boolean confirmed) implements CallLeg {}

    /// They called without proof and without call token, and we accepted: nothing more happens
    /// until they show that they hear us, so that a forged address starts nothing (AST-2008-006).
    record Confirming(MediaFormat format) implements CallLeg {}

    /// They called without saying a number (`TBD`), and we accepted. They may ask what our dialplan
    /// knows; nothing else happens until they dial (RFC 5456 §6.8). No sign of life is waited for:
    /// whatever they say next bears our number.
    record Undialled(MediaFormat format) implements CallLeg {}

    /// They have dialled on such a call; the exchange is deciding.
    record Dialled(MediaFormat format) implements CallLeg {}

    /// The call is accepted. Voice may flow; it may ring; nobody has answered.
    record Linked(Side side, MediaFormat format) implements CallLeg {}

    /// Somebody answered.
    record Up(MediaFormat format) implements CallLeg {}

    record Ended(Ending why) implements CallLeg {}

    /// Which end of the call we are.
    enum Side {
        CALLER,
        CALLED
    }

    /// Whether media may flow.
    default boolean isAccepted() {
        return this instanceof Linked || this instanceof Up;
    }

    /// Whether an ACCEPT has been said or heard, so that both know each other's number.
    default boolean stands() {
        return isAccepted() || this instanceof Undialled || this instanceof Dialled;
    }
}
