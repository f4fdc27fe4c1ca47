package dev.keyline.iax.endpoint;

import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.PeerAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Which dialogue a datagram belongs to, and the call numbers of every address.
final class Directory {
    private final Limits limits;
    private final RandomGenerator chance;
    private final Map<PeerAddress, Numbers> byAddress = new HashMap<>();
    private final Map<CallId, Dialogue> byId = new HashMap<>();
    private final Map<CallId, PeerAddress> shared = new HashMap<>();
    private final Shares shares = new Shares();
    private final Rests rests = new Rests();
    private final Numbers nobody = new Numbers();

    Directory(Limits limits, RandomGenerator chance) {
        this.limits = limits;
        this.chance = chance;
    }

    private Numbers at(PeerAddress address) {
        return byAddress.getOrDefault(address, nobody);
    }

    /// A number for a new call with this address; empty when the address has its share.
    Optional<CallNumber> number(PeerAddress address, long now) {
        return shares.of(address) >= limits.callsPerAddress()
                ? Optional.empty()
                : at(address).pick(chance, now);
    }

    private Numbers open(PeerAddress address) {
        shares.take(address);
        return byAddress.computeIfAbsent(address, _ -> new Numbers());
    }

    void add(Dialogue dialogue) {
        byId.put(dialogue.id(), dialogue);
        open(dialogue.peer()).add(dialogue);
    }

    void learn(Dialogue dialogue) {
        at(dialogue.peer()).learn(dialogue);
    }

    void remove(Dialogue dialogue, long now) {
        byId.remove(dialogue.id());
        stopSharing(dialogue);
        rest(dialogue, now);
    }

    private void rest(Dialogue dialogue, long now) {
        at(dialogue.peer()).rest(dialogue, now);
        shares.giveBack(dialogue.peer());
        rests.add(dialogue.peer(), now);
    }

    /// Whether a call could have another peer under the same number of ours.
    boolean isFree(Dialogue dialogue, PeerAddress there, CallNumber theirs) {
        var numbers = at(there);
        return numbers.isFree(dialogue, theirs)
                && (shares.of(there) < limits.callsPerAddress()
                        || there.equals(shared.get(dialogue.id())));
    }

    /// Our number of a call is taken at another address too, until [#stopSharing].
    void share(Dialogue dialogue, PeerAddress there) {
        shared.put(dialogue.id(), there);
        open(there).share(dialogue);
    }

    /// What bears this number there belongs to a call that shares ours.
    void learn(Dialogue dialogue, PeerAddress there, CallNumber theirs) {
        at(there).learn(dialogue, theirs);
    }

    void stopSharing(Dialogue dialogue) {
        var there = shared.remove(dialogue.id());
        if (there != null) {
            at(there).stopSharing(dialogue);
            shares.giveBack(there);
            forgetIfUnused(there);
        }
    }

    /// A call has another peer, who knows it by that number. Our number rests at the old address.
    void move(Conversation call, PeerAddress there, CallNumber theirs, long now) {
        stopSharing(call);
        rest(call, now);
        call.settleAt(there, theirs);
        open(there).add(call);
    }

    @Nullable Dialogue of(CallId id) {
        return byId.get(id);
    }

    @Nullable Dialogue byOurNumber(PeerAddress from, CallNumber ours) {
        return at(from).ours(ours.value());
    }

    @Nullable Dialogue byTheirNumber(PeerAddress from, CallNumber theirs) {
        return byTheirNumber(from, theirs.value());
    }

    /// @param theirs 0 to 32767
    @Nullable Dialogue byTheirNumber(PeerAddress from, int theirs) {
        return at(from).theirs(theirs);
    }

    /// Who takes in the voice of a call, as [Numbers#earsUnseen] says.
    ///
    /// @param theirs 0 to 32767
    @Nullable Object earsUnseen(PeerAddress from, int theirs) {
        return at(from).earsUnseen(theirs);
    }

    /// Whether there was a call with these numbers, and ours is not used again yet.
    boolean rests(PeerAddress from, CallNumber ours, CallNumber theirs) {
        return at(from).rests(ours, theirs);
    }

    /// The calls that pieces of a trunk with this address may belong to; null when there are none.
    @Nullable Numbers trunk(PeerAddress from) {
        var numbers = at(from);
        return numbers.live() == 0 ? null : numbers;
    }

    /// Lets rested numbers go, and forgets addresses that hold none.
    void refresh(long now) {
        while (nextRefresh() <= now) {
            long since = rests.oldest();
            var whose = rests.forget();
            at(whose).refresh(since);
            forgetIfUnused(whose);
        }
    }

    private void forgetIfUnused(PeerAddress address) {
        if (at(address).held() == 0) {
            byAddress.remove(address);
        }
    }

    /// When [#refresh] has something to do next.
    long nextRefresh() {
        return rests.isEmpty() ? Long.MAX_VALUE : rests.oldest() + limits.rest();
    }

    /// How many numbers each address holds.
    Map<PeerAddress, Integer> held() {
        var held = new HashMap<PeerAddress, Integer>();
        byAddress.forEach((address, numbers) -> held.put(address, numbers.held()));
        return held;
    }

    int live() {
        return byId.size();
    }

    int addresses() {
        return byAddress.size();
    }

    Iterable<Dialogue> all() {
        return java.util.List.copyOf(byId.values());
    }
}
