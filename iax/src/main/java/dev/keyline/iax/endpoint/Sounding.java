package dev.keyline.iax.endpoint;

import dev.keyline.iax.auth.Signature;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.Poke;
import dev.keyline.iax.message.Pong;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.OptionalLong;

/// One POKE: is the peer there, and how far away (RFC 5456 §6.7.1)? Over with the first PONG, or
/// when patience ends.
final class Sounding extends Dialogue {
    private long asked;
    private boolean ended;

    Sounding(CallId id, PeerAddress peer, Office office, Mailbag<?> bag) {
        super(id, peer, office, bag, true);
    }

    /// @param patience nanoseconds to wait for a PONG
    void begin(long patience, long now) {
        asked = now;
        waitFor(patience, now);
        say(new Poke(), now);
    }

    @Override
    boolean isEnded() {
        return ended;
    }

    @Override
    boolean isMutual() {
        return false;
    }

    @Override
    boolean isUnproven() {
        return false;
    }

    @Override
    void understand(Message message, FullFrame frame, long now) {
        if (message instanceof Pong) {
            over(OptionalLong.of(now - asked));
        }
    }

    @Override
    void timeUp(long now) {
        over(OptionalLong.empty());
        abandon();
    }

    @Override
    void signed(Signature signature, long now) {
        throw new IllegalStateException("a POKE is not signed");
    }

    @Override
    void unreachable(long now) {
        over(OptionalLong.empty());
    }

    @Override
    void disowned(long now) {
        over(OptionalLong.empty());
    }

    @Override
    void failed(long now) {
        over(OptionalLong.empty());
    }

    private void over(OptionalLong roundTrip) {
        if (!ended) {
            ended = true;
            waitNoLonger();
            office().sounded(this, roundTrip);
        }
    }
}
