package dev.keyline.iax.endpoint;

import dev.keyline.iax.auth.Signature;
import dev.keyline.iax.message.CallTokenChallenge;
import dev.keyline.iax.message.FirstMessage;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// An exchange of numbered frames with one peer under one pair of call numbers: a call, a
/// registration, a sounding (RFC 5456 §6.2, §6.1, §6.7). What they share is here: numbers, call
/// tokens, repetitions, patience, and the moment when nothing is left to be said.
abstract sealed class Dialogue extends Appointment
        permits Conversation, RegistrationDialogue, Sounding {
    private final CallId id;
    private PeerAddress peer;
    private final Office office;
    private final Post post;
    private final Seal seal;
    private final boolean hasToken;
    private long patience = Long.MAX_VALUE;
    private @Nullable FirstMessage unanswered;
    private OptionalInt greeting = OptionalInt.empty();
    private boolean gone;
    private boolean signing;

    /// The stamp of the last frame that may want an ACK.
    private int owed;

    private final Passed passed = new Passed();
    private long roundTrip;

    /// @param hasToken whether the peer came with a call token; true for dialogues we begin
    Dialogue(CallId id, PeerAddress peer, Office office, Mailbag<?> bag, boolean hasToken) {
        this.id = id;
        this.peer = peer;
        this.office = office;
        this.post = new Post(bag, datagram -> office.send(this, datagram));
        this.seal = bag.seal();
        this.hasToken = hasToken;
    }

    final CallId id() {
        return id;
    }

    final PeerAddress peer() {
        return peer;
    }

    final Office office() {
        return office;
    }

    final Post post() {
        return post;
    }

    final Seal seal() {
        return seal;
    }

    final CallNumber ours() {
        return post.ours();
    }

    final CallNumber theirs() {
        return post.theirs();
    }

    final boolean hasToken() {
        return hasToken;
    }

    /// Another peer goes on with this, who knows it by that number; all counting starts anew.
    final void settleAt(PeerAddress there, CallNumber number) {
        peer = there;
        post.restartWith(number);
    }

    /// Whether nothing is left to be said or heard; the number may rest.
    final boolean isGone() {
        return gone;
    }

    /// Whether it is over, though perhaps not acknowledged.
    abstract boolean isEnded();

    /// Whether the peer must know our number by now, so that a frame without it is a forgery.
    abstract boolean isMutual();

    /// Whether the peer has been asked for a proof and has not answered.
    abstract boolean isUnproven();

    /// A message that is new, for the figure.
    abstract void understand(Message message, FullFrame frame, long now);

    /// The wait asked for with [#waitFor] is over.
    abstract void timeUp(long now);

    /// The signature asked of the office is there.
    abstract void signed(Signature signature, long now);

    /// What comes is noise under every key there is, and nothing else ever came. Only calls are
    /// encrypted.
    void undecipherable(long now) {
        failed(now);
    }

    /// The peer does not answer.
    abstract void unreachable(long now);

    /// The peer says that it knows nothing of this.
    abstract void disowned(long now);

    /// A fault of our own.
    abstract void failed(long now);

    /// What a kind of dialogue does on its own when time passes.
    void beat(long now) {}

    /// When [#beat] has something to do next.
    long nextBeat() {
        return Long.MAX_VALUE;
    }

    /// What tables show of it.
    final DialogueView view() {
        return new DialogueView(
                id,
                peer,
                ours(),
                theirs(),
                post.nextSent(),
                post.nextExpected(),
                roundTrip / 1_000_000,
                passed.first(),
                passed.last());
    }

    /// A round trip was measured.
    final void measuredTrip(long nanos) {
        roundTrip = nanos;
    }

    /// The first frame of a peer: it counts as taken.
    void greetedBy(FullFrame first) {
        passed.saw(first.body(), false);
        post.take(first);
        greeting = OptionalInt.of(first.timestamp());
    }

    /// Whether this is the frame that began the dialogue, come again; another one bears another
    /// stamp.
    final boolean wasGreetedBy(FullFrame request) {
        return greeting.equals(OptionalInt.of(request.timestamp()));
    }

    /// A full frame of the peer's as it was before it was sealed, unless no key opens it.
    final Optional<FullFrame> open(FullFrame frame, long now) {
        var opened = seal.isOn() ? seal.open(frame, post.sense(now), now) : Optional.of(frame);
        if (opened.isEmpty()) {
            note(Oddity.UNDECIPHERABLE, "");
            if (seal.isHopeless() && !isEnded()) {
                undecipherable(now);
                settle(now);
            }
        }
        return opened;
    }

    /// A full frame for this dialogue, from its peer, opened.
    final void hear(FullFrame frame, long now) throws MalformedFrame {
        var message = Message.read(frame.body());
        if (message instanceof CallTokenChallenge token) {
            showToken(token.token(), now);
            return;
        }
        learn(frame.source());
        switch (post.take(frame)) {
            case DUPLICATE -> post.acknowledge(frame);
            case AHEAD -> post.askAgain(now);
            case FRESH -> {
                unanswered = null;
                passed.saw(frame.body(), false);
                understand(message, frame, now);
                acknowledge(frame);
            }
        }
        settle(now);
    }

    private void learn(CallNumber source) {
        if (post.theirs().isNone()) {
            post.learn(source);
            office.learned(this);
        }
    }

    /// Acknowledges a frame that was understood. Not at once: whoever decides what to say to it has
    /// not been asked yet, and every frame with a number acknowledges what came before it.
    /// (Asterisk does so with what has a reply of its own, AUTHREP for one; all else, voice for
    /// one, it acknowledges at once.) Where nobody is left to answer, at once.
    final void acknowledge(FullFrame frame) {
        if (isEnded()) {
            post.acknowledgeIfOwed(frame.timestamp());
        } else if (post.owesAck()) {
            owed = frame.timestamp();
            office.owes(this);
        }
    }

    /// Acknowledges what no answer has, now that all that came was dealt with; what an answer is
    /// being signed for when that is there. A peer who cannot wait so long asks again, and that is
    /// acknowledged.
    final void pay() {
        if (!signing) {
            post.acknowledgeIfOwed(owed);
        }
    }

    /// A signature for this dialogue has been ordered.
    final void awaitSignature() {
        signing = true;
    }

    /// It is there, or there will be none.
    final void signatureCame(Signature signature, long now) {
        signing = false;
        signed(signature, now);
        if (post.owesAck()) {
            office.owes(this);
        }
    }

    /// They want to see a call token before they remember us: the request goes out again with it,
    /// and all counting starts anew. Done once for each request; a second token for the same one is
    /// ignored. If we have hung up meanwhile, there is nobody to tell: they remember nothing of us,
    /// and the request must not reach them after all.
    private void showToken(Bytes token, long now) {
        if (isEnded()) {
            gone = true;
            return;
        }
        var request = unanswered;
        var pending = request == null ? null : request.callToken();
        if (request == null || pending == null || !pending.isEmpty()) {
            note(Oddity.OUT_OF_PLACE, "a call token nobody asked for");
            return;
        }
        post.restart();
        say(request.withCallToken(token), now);
        settle(now);
    }

    /// They do not know this dialogue.
    final void forgotten(long now) {
        if (!isEnded()) {
            disowned(now);
        }
        gone = true;
    }

    /// A fault of our own: this dialogue ends, the others go on.
    final void broke(long now) {
        if (!isEnded()) {
            failed(now);
        }
        gone = true;
    }

    final void wake(long now) {
        if (post.hasGivenUp(now)) {
            unreachable(now);
            gone = true;
            return;
        }
        post.resendDue(now);
        if (patience <= now) {
            patience = Long.MAX_VALUE;
            timeUp(now);
        }
        beat(now);
        settle(now);
    }

    /// When [#wake] has something to do next.
    @Override
    final long deadline() {
        return Math.min(Math.min(post.deadline(), patience), nextBeat());
    }

    final void waitFor(long nanos, long now) {
        patience = now + nanos;
    }

    final void waitNoLonger() {
        patience = Long.MAX_VALUE;
    }

    final void say(Message message, long now) {
        if (message instanceof FirstMessage request) {
            unanswered = request;
        }
        passed.saw(message.body(), true);
        post.say(message, now);
    }

    final void note(Oddity what, String words) {
        office.note(this, what, words);
    }

    /// Leaves without waiting for anybody.
    final void abandon() {
        gone = true;
    }

    /// To be called when the dialogue has moved: perhaps it is done, or has nobody left to talk to.
    final void settle(long now) {
        if (isEnded() && post.isAllAcknowledged()) {
            gone = true;
        } else if (post.hasGivenUp(now)) {
            unreachable(now);
            gone = true;
        }
    }

    @Override
    public String toString() {
        return "%s with %s (%s/%s)".formatted(id, peer, ours(), theirs());
    }
}
