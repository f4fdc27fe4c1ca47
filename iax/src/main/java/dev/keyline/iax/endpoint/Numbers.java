package dev.keyline.iax.endpoint;

import dev.keyline.iax.trunk.TrunkTime;
import dev.keyline.iax.wire.CallNumber;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The calls with one remote address, by our number and by theirs, and the numbers that rest.
///
/// Numbers are kept per address, as the RFC allows (RFC 5456 §8.1.1): Asterisk has one table of
/// 32,768 for everybody, each resting 60 s, and so takes no more than 273 calls a second in all.
///
/// A number rests long as long as there are others. When most are taken, the one that has rested
/// longest is used again if that was long enough for whatever belongs to its old call to arrive: a
/// frame of the old call bears the old number of the peer, and is not taken for one of the new.
final class Numbers {
    private static final int LOWEST = 2;
    private static final int SIZE = CallNumber.MAX - LOWEST + 1;
    private static final int PLENTY = SIZE / 4 * 3;

    /// The least a number rests, in nanoseconds.
    static final long SHORT_REST = 10_000_000_000L;

    private final NumberTable<Dialogue> byOurs = new NumberTable<>();
    private final NumberTable<Dialogue> byTheirs = new NumberTable<>();

    /// Calls by their number once more: voice, which is most of the traffic, asks nobody else.
    private final NumberTable<Ears> ears = new NumberTable<>();

    /// Numbers of ours that rest, and what theirs was.
    private final Recent resting = new Recent();

    private final TrunkTime trunk = new TrunkTime();

    /// A free number, picked at random so that it cannot be guessed; empty when all are taken.
    Optional<CallNumber> pick(RandomGenerator chance, long now) {
        if (held() >= PLENTY && !resting.isEmpty() && resting.oldest() + SHORT_REST <= now) {
            return Optional.of(new CallNumber((int) resting.forget()));
        }
        int start = chance.nextInt(SIZE);
        for (int i = 0; i < SIZE; i++) {
            int number = LOWEST + (start + i) % SIZE;
            if (byOurs.get(number) == null && !resting.knows(number)) {
                return Optional.of(new CallNumber(number));
            }
        }
        return Optional.empty();
    }

    void add(Dialogue dialogue) {
        byOurs.put(dialogue.ours().value(), dialogue);
        learn(dialogue);
    }

    /// The peer's number of this call has become known.
    void learn(Dialogue dialogue) {
        if (!dialogue.theirs().isNone()) {
            learn(dialogue, dialogue.theirs());
        }
    }

    /// Whether a call of another address could be one of this address.
    boolean isFree(Dialogue dialogue, CallNumber theirs) {
        var holder = byOurs.get(dialogue.ours().value());
        var namesake = byTheirs.get(theirs.value());
        return (holder == null || holder == dialogue)
                && (namesake == null || namesake == dialogue)
                && !resting.knows(dialogue.ours().value());
    }

    void share(Dialogue dialogue) {
        byOurs.put(dialogue.ours().value(), dialogue);
    }

    void learn(Dialogue dialogue, CallNumber theirs) {
        byTheirs.put(theirs.value(), dialogue);
        if (dialogue instanceof Conversation call) {
            ears.put(theirs.value(), call.ears());
        }
    }

    void stopSharing(Dialogue dialogue) {
        byOurs.remove(dialogue.ours().value(), dialogue);
        byTheirs.removeIf(known -> known == dialogue);
        if (dialogue instanceof Conversation call) {
            ears.removeIf(known -> known == call.ears());
        }
    }

    /// The call is over, or has another peer.
    void rest(Dialogue dialogue, long now) {
        byOurs.remove(dialogue.ours().value());
        byTheirs.remove(dialogue.theirs().value(), dialogue);
        if (dialogue instanceof Conversation call) {
            ears.remove(dialogue.theirs().value(), call.ears());
        }
        resting.add(dialogue.ours().value(), dialogue.theirs().value(), now);
    }

    @Nullable Dialogue ours(int number) {
        return byOurs.get(number);
    }

    /// Who takes in the voice of a call, not looked at: what it is made of is far away in memory,
    /// and even to say that it is an [Ears] would be to wait for it.
    @Nullable Object earsUnseen(int number) {
        return ears.get(number);
    }

    @Nullable Dialogue theirs(int number) {
        return byTheirs.get(number);
    }

    /// Whether this number of ours rests, and its call was with that number of theirs.
    boolean rests(CallNumber ours, CallNumber theirs) {
        return resting.knows(ours.value()) && resting.word(ours.value()) == theirs.value();
    }

    /// Wakes numbers that rest since before this time.
    void refresh(long before) {
        while (!resting.isEmpty() && resting.oldest() <= before) {
            resting.forget();
        }
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
