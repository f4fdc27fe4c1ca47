package dev.keyline.iax.endpoint;

import dev.keyline.iax.call.Act;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.CallFigure;
import dev.keyline.iax.call.CallLeg;
import dev.keyline.iax.call.Circumstances;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Input;
import dev.keyline.iax.call.Step;
import dev.keyline.iax.delivery.Delivery;
import dev.keyline.iax.message.CallTokenChallenge;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.New;
import dev.keyline.iax.message.ReceiverReport;
import dev.keyline.iax.message.Voice;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// One call with one peer: its numbered streams, its media, its vital signs, and where it stands.
final class Conversation {
    private final CallId id;
    private final Circumstances here;
    private final Office office;
    private final Post post;
    private final Media media = new Media();
    private final Pulse pulse;
    private final boolean hasToken;
    private CallLeg leg = new CallLeg.Waiting();
    private long patience = Long.MAX_VALUE;
    private @Nullable New unanswered;
    private long scheduled = Long.MAX_VALUE;
    private OptionalInt greeting = OptionalInt.empty();
    private boolean gone;

    /// @param hasToken whether the caller came with a call token; true for calls of our own
    Conversation(
            CallId id,
            Circumstances here,
            Office office,
            CallNumber ours,
            CallNumber theirs,
            Config config,
            boolean hasToken) {
        this.id = id;
        this.here = here;
        this.office = office;
        this.post =
                new Post(
                        new Delivery(ours, theirs, config.pace()),
                        media,
                        f -> office.send(this, f));
        this.pulse = new Pulse(config);
        this.hasToken = hasToken;
    }

    CallId id() {
        return id;
    }

    PeerAddress peer() {
        return here.peer();
    }

    CallNumber ours() {
        return post.ours();
    }

    CallNumber theirs() {
        return post.theirs();
    }

    CallLeg leg() {
        return leg;
    }

    boolean hasToken() {
        return hasToken;
    }

    boolean isEnded() {
        return leg instanceof CallLeg.Ended;
    }

    /// Whether nothing is left to be said or heard; the number may rest.
    boolean isGone() {
        return gone;
    }

    long scheduled() {
        return scheduled;
    }

    void schedule(long time) {
        scheduled = time;
    }

    /// The call begins with this step; for a call of our own it says NEW.
    void begin(Step step, long now) {
        carryOut(step, now);
        settle(now);
    }

    /// The first frame of a caller: it counts as taken.
    void greetedBy(FullFrame first) {
        post.take(first);
        media.heardFull(first.timestamp());
        greeting = OptionalInt.of(first.timestamp());
    }

    /// Whether this is the NEW that began the call, come again; another one bears another stamp.
    boolean wasGreetedBy(FullFrame request) {
        return greeting.equals(OptionalInt.of(request.timestamp()));
    }

    /// A full frame for this call, from its peer.
    void hear(FullFrame frame, long now) throws MalformedFrame {
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
                understand(message, frame, now);
                post.acknowledgeIfOwed(frame);
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

    /// Acknowledges the first frame of a caller, unless an answer already did.
    void acknowledgeIfOwed(FullFrame frame) {
        post.acknowledgeIfOwed(frame);
    }

    private void understand(Message message, FullFrame frame, long now) {
        unanswered = null;
        if (frame.destination().equals(ours())) {
            move(new Input.Confirmed(), now);
        }
        if (!Housekeeping.isEcho(message)) {
            media.heardFull(frame.timestamp());
        }
        if (message instanceof Voice voice) {
            hearVoice(voice, frame.timestamp());
        } else if (!Housekeeping.attend(this, post, message, frame, now)) {
            move(new Input.Heard(message), now);
        }
    }

    private void hearVoice(Voice voice, int timestamp) {
        var format = media.heardFormat(voice.format());
        if (format == null) {
            note(Oddity.UNKNOWN_MEDIA, "format bit " + Long.toHexString(voice.format()));
        } else if (leg.isAccepted()) {
            office.tell(this, new CallEvent.Heard(format, timestamp, voice.payload()));
        } else {
            note(Oddity.EARLY_MEDIA, "voice");
        }
    }

    /// A mini frame for this call. Before the first full voice frame its codec is unknown, so the
    /// full one is asked for.
    void hear(MiniFrame mini, long now) {
        var format = media.heardFormat();
        if (!leg.isAccepted()) {
            note(Oddity.EARLY_MEDIA, "a mini frame");
        } else if (format == null) {
            post.askAgain(now);
        } else {
            office.tell(
                    this,
                    new CallEvent.Heard(format, media.heardMini(mini.timestamp()), mini.payload()));
        }
        settle(now);
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

    void tell(Command command, long now) {
        if (command instanceof Command.Speak(var format, var payload)) {
            if (leg.isAccepted()) {
                post.speak(format, payload, now);
            }
        } else {
            move(new Input.Told(command), now);
        }
        settle(now);
    }

    void signed(Input outcome, long now) {
        move(outcome, now);
        settle(now);
    }

    /// They do not know this call.
    void forgotten(long now) {
        if (!isEnded()) {
            carryOut(CallFigure.forgotten(), now);
        }
        gone = true;
    }

    /// A fault of our own: this call ends, the others go on.
    void broke(long now) {
        if (!isEnded()) {
            carryOut(CallFigure.broke(), now);
        }
        gone = true;
    }

    void wake(long now) {
        if (post.hasGivenUp(now)) {
            move(new Input.Unreachable(), now);
            gone = true;
            return;
        }
        post.resendDue(now);
        if (patience <= now) {
            patience = Long.MAX_VALUE;
            move(new Input.TimeUp(), now);
        }
        if (leg.isAccepted()) {
            pulse.beat(now, message -> say(message, now));
        }
        settle(now);
    }

    /// When [#wake] has something to do next.
    long deadline() {
        long beat = leg.isAccepted() ? pulse.next() : Long.MAX_VALUE;
        return Math.min(Math.min(post.deadline(), patience), beat);
    }

    private void move(Input input, long now) {
        carryOut(CallFigure.next(leg, input, here), now);
    }

    private void carryOut(Step step, long now) {
        if (!step.next().equals(leg)) {
            patience = Long.MAX_VALUE;
            if (step.next().isAccepted() && !leg.isAccepted()) {
                pulse.start(now);
            }
            leg = step.next();
        }
        for (var act : step.acts()) {
            switch (act) {
                case Act.Say(var message) -> say(message, now);
                case Act.Tell(var event) -> office.tell(this, event);
                case Act.Sign(var what) -> office.sign(this, what);
                case Act.Wait(long nanos) -> patience = now + nanos;
                case Act.Remark(var what) -> note(Oddity.OUT_OF_PLACE, what);
            }
        }
    }

    private void say(Message message, long now) {
        if (message instanceof New request) {
            unanswered = request;
        }
        post.say(message, now);
    }

    /// What we have received so far, for a PONG.
    ReceiverReport report() {
        return media.report();
    }

    /// A PONG came back.
    void measured(int sentAt, long now) {
        pulse.measured(now, media.elapsed(now) - sentAt)
                .ifPresent(
                        roundTrip -> {
                            post.measured(roundTrip);
                            if (!isEnded()) {
                                office.tell(this, new CallEvent.Measured(roundTrip));
                            }
                        });
    }

    void note(Oddity what, String words) {
        office.note(this, what, words);
    }

    private void settle(long now) {
        if (isEnded() && post.isAllAcknowledged()) {
            gone = true;
        } else if (post.hasGivenUp(now)) {
            move(new Input.Unreachable(), now);
            gone = true;
        }
    }

    @Override
    public String toString() {
        return id
                + " with "
                + peer()
                + " ("
                + ours()
                + "/"
                + theirs()
                + ", "
                + leg.getClass().getSimpleName()
                + ")";
    }
}
