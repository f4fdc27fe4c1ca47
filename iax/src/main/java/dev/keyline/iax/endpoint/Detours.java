package dev.keyline.iax.endpoint;

import dev.keyline.iax.transfer.Pair;
import dev.keyline.iax.transfer.Reach;
import dev.keyline.iax.transfer.Target;
import dev.keyline.iax.transfer.TransferRule;
import dev.keyline.iax.wire.PeerAddress;
import java.util.random.RandomGenerator;

/// What transfers do to the books of an endpoint: numbers held at another address, calls that move
/// there, pairs of calls that leave.
final class Detours {
    private final Desk desk;
    private final RandomGenerator chance;

    Detours(Desk desk, RandomGenerator chance) {
        this.desk = desk;
        this.chance = chance;
    }

    /// Whether our number of a call and the other end's are not taken at its address.
    boolean isPossible(Conversation call, Target to) {
        return desk.directory().isFree(call, to.address(), to.number());
    }

    /// From now on our number of this call is taken at that address too.
    void listen(Conversation call, Target to) {
        desk.directory().stopSharing(call);
        desk.directory().share(call, to.address());
    }

    void stopListening(Conversation call) {
        desk.directory().stopSharing(call);
    }

    /// Voice without an envelope is heard from there under the other end's number.
    void hearVoice(Conversation call, Target to) {
        desk.directory().learn(call, to.address(), to.number());
    }

    /// The call has another peer.
    void move(Conversation call, Target to, long now) {
        desk.directory().move(call, to.address(), to.number(), now);
    }

    void send(PeerAddress to, byte[] datagram) {
        desk.send(to, datagram);
    }

    void review(Conversation call) {
        desk.review(call);
    }

    /// Asks both ends to talk directly.
    ///
    /// @return whether they were asked: both calls are up and in the clear, neither is being moved,
    ///   and each end may be sent to the other
    boolean mediate(CallId first, CallId second, TransferRule rule, long now) {
        if (!(desk.directory().of(first) instanceof Conversation one)
                || !(desk.directory().of(second) instanceof Conversation two)
                || rule == TransferRule.NO
                || one == two
                || !one.handover().isMovable()
                || !two.handover().isMovable()
                || Reach.objection(one.peer(), two.peer()).isPresent()
                || Reach.objection(two.peer(), one.peer()).isPresent()) {
            return false;
        }
        var pair = new Pair(end(one), end(two), rule, chance.nextInt());
        new Mediation(one, two, pair, this).begin(now);
        return true;
    }

    private static Pair.End end(Conversation call) {
        return new Pair.End(call.peer(), call.theirs());
    }
}
