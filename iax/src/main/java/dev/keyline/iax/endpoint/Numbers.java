package dev.keyline.iax.endpoint;

import dev.keyline.iax.trunk.TrunkTime;
import dev.keyline.iax.wire.CallNumber;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The calls with one remote address, by our number and by theirs, and the numbers that rest.
///
/// Numbers are kept per address, as the RFC allows (RFC 5456 §8.1.1): Asterisk has one table of
/// 32,768 for everybody, each resting 60 s, and so takes no more than 273 calls a second in all.
final class Numbers {
    private static final int LOWEST = 2;
    private static final int HIGHEST = 16_383;

    private final Map<CallNumber, Dialogue> byOurs = new HashMap<>();
    private final Map<CallNumber, Dialogue> byTheirs = new HashMap<>();
    private final ArrayDeque<Resting> resting = new ArrayDeque<>();
    private final Map<CallNumber, Resting> restingByOurs = new HashMap<>();

    private final TrunkTime trunk = new TrunkTime();

    /// A call that is over and whose number is not used again yet.
    record Resting(CallNumber ours, CallNumber theirs, long until) {}

    /// A free number, picked at random so that it cannot be guessed; empty when all are taken.
    Optional<CallNumber> pick(RandomGenerator chance) {
        int size = HIGHEST - LOWEST + 1;
        int start = chance.nextInt(size);
        for (int i = 0; i < size; i++) {
            var number = new CallNumber(LOWEST + (start + i) % size);
            if (!byOurs.containsKey(number) && !restingByOurs.containsKey(number)) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    void add(Dialogue dialogue) {
        byOurs.put(dialogue.ours(), dialogue);
        learn(dialogue);
    }

    /// The peer's number of this call has become known.
    void learn(Dialogue dialogue) {
        if (!dialogue.theirs().isNone()) {
            byTheirs.put(dialogue.theirs(), dialogue);
        }
    }

    /// Whether a call of another address could be one of this address.
    boolean isFree(Dialogue dialogue, CallNumber theirs) {
        var holder = byOurs.get(dialogue.ours());
        var namesake = byTheirs.get(theirs);
        return (holder == null || holder == dialogue)
                && (namesake == null || namesake == dialogue)
                && !restingByOurs.containsKey(dialogue.ours());
    }

    void share(Dialogue dialogue) {
        byOurs.put(dialogue.ours(), dialogue);
    }

    void learn(Dialogue dialogue, CallNumber theirs) {
        byTheirs.put(theirs, dialogue);
    }

    void stopSharing(Dialogue dialogue) {
        byOurs.remove(dialogue.ours(), dialogue);
        byTheirs.values().removeIf(known -> known == dialogue);
    }

    /// The call is over, or has another peer.
    void rest(Dialogue dialogue, long until) {
        byOurs.remove(dialogue.ours());
        byTheirs.remove(dialogue.theirs(), dialogue);
        var entry = new Resting(dialogue.ours(), dialogue.theirs(), until);
        resting.add(entry);
        restingByOurs.put(entry.ours(), entry);
    }

    @Nullable Dialogue ours(CallNumber number) {
        return byOurs.get(number);
    }

    @Nullable Dialogue theirs(CallNumber number) {
        return byTheirs.get(number);
    }

    @Nullable Resting resting(CallNumber ours) {
        return restingByOurs.get(ours);
    }

    /// Wakes numbers that have rested long enough.
    void refresh(long now) {
        while (!resting.isEmpty() && resting.peek().until() <= now) {
            restingByOurs.remove(resting.remove().ours());
        }
    }

    long nextRefresh() {
        return resting.isEmpty() ? Long.MAX_VALUE : resting.peek().until();
    }

    /// The clock of their trunk.
    TrunkTime trunk() {
        return trunk;
    }

    int live() {
        return byOurs.size();
    }

    int held() {
        return byOurs.size() + resting.size();
    }
}
