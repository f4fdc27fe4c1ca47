package dev.keyline.iax.endpoint;

import dev.keyline.iax.trunk.TrunkTime;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.PeerAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Which dialogue a datagram belongs to, and the call numbers of every address.
final class Directory {
    private final Limits limits;
    private final RandomGenerator chance;
    private final Map<PeerAddress, Numbers> byAddress = new HashMap<>();
    private final Map<Bytes, Set<PeerAddress>> byNetwork = new HashMap<>();
    private final Map<CallId, Dialogue> byId = new HashMap<>();
    private final Map<CallId, PeerAddress> shared = new HashMap<>();
    private long nextRefresh = Long.MAX_VALUE;

    Directory(Limits limits, RandomGenerator chance) {
        this.limits = limits;
        this.chance = chance;
    }

    private final Numbers nobody = new Numbers();

    private Numbers at(PeerAddress address) {
        return byAddress.getOrDefault(address, nobody);
    }

    /// A number for a new call with this address; empty when the address has its share.
    Optional<CallNumber> number(PeerAddress address) {
        var numbers = at(address);
        return held(address.network()) >= limits.callsPerAddress()
                ? Optional.empty()
                : numbers.pick(chance);
    }

    /// Numbers that all ports of a host hold together, or all hosts of a /64.
    private int held(Bytes network) {
        return byNetwork.getOrDefault(network, Set.of()).stream()
                .mapToInt(address -> at(address).held())
                .sum();
    }

    private Numbers open(PeerAddress address) {
        byNetwork.computeIfAbsent(address.network(), _ -> new HashSet<>()).add(address);
        return byAddress.computeIfAbsent(address, _ -> new Numbers());
    }

    private void forget(PeerAddress address) {
        byNetwork.computeIfPresent(
                address.network(),
                (_, ports) -> ports.remove(address) && ports.isEmpty() ? null : ports);
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
        at(dialogue.peer()).rest(dialogue, now + limits.rest());
        nextRefresh = Math.min(nextRefresh, now + limits.rest());
    }

    /// Whether a call could have another peer under the same number of ours.
    boolean isFree(Dialogue dialogue, PeerAddress there, CallNumber theirs) {
        var numbers = at(there);
        return numbers.isFree(dialogue, theirs)
                && (held(there.network()) < limits.callsPerAddress()
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
            if (at(there).held() == 0) {
                byAddress.remove(there);
                forget(there);
            }
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
        return at(from).ours(ours);
    }

    @Nullable Dialogue byTheirNumber(PeerAddress from, CallNumber theirs) {
        return at(from).theirs(theirs);
    }

    Numbers.@Nullable Resting resting(PeerAddress from, CallNumber ours) {
        return at(from).resting(ours);
    }

    /// The clock of the trunk with this address; empty when there is no call with it.
    Optional<TrunkTime> trunk(PeerAddress from) {
        var numbers = at(from);
        return numbers.live() == 0 ? Optional.empty() : Optional.of(numbers.trunk());
    }

    /// Lets rested numbers go, and forgets addresses that hold none.
    void refresh(long now) {
        if (now < nextRefresh) {
            return;
        }
        nextRefresh = Long.MAX_VALUE;
        byAddress
                .entrySet()
                .removeIf(
                        entry -> {
                            var numbers = entry.getValue();
                            numbers.refresh(now);
                            nextRefresh = Math.min(nextRefresh, numbers.nextRefresh());
                            if (numbers.held() == 0) {
                                forget(entry.getKey());
                            }
                            return numbers.held() == 0;
                        });
    }

    /// When [#refresh] has something to do next.
    long nextRefresh() {
        return nextRefresh;
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
