package dev.keyline.iax.endpoint;

import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.auth.Signature;
import dev.keyline.iax.call.Act;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.CallFigure;
import dev.keyline.iax.call.CallLeg;
import dev.keyline.iax.call.Circumstances;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Input;
import dev.keyline.iax.call.Step;
import dev.keyline.iax.cipher.Cipher;
import dev.keyline.iax.message.ComfortNoise;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.Pong;
import dev.keyline.iax.message.ReceiverReport;
import dev.keyline.iax.message.RotateKey;
import dev.keyline.iax.message.Video;
import dev.keyline.iax.message.Voice;
import dev.keyline.iax.transfer.Target;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MetaFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.List;
import java.util.Optional;

/// One call with one peer: its media, its vital signs, and where it stands.
final class Conversation extends Dialogue {
    private final Circumstances here;
    private final Ears ears;
    private final Mouth mouth;
    private final Eyes eyes;
    private final Pulse pulse;
    private final Rotation rotation;
    private final Handover handover;
    private final Allowance echoes;
    private Optional<ReceiverReport> theirReport = Optional.empty();
    private long roundTrip;
    private CallLeg leg = new CallLeg.Waiting();

    /// @param hasToken whether the caller came with a call token; true for calls of our own
    Conversation(
            CallId id,
            Circumstances here,
            Office office,
            Mailbag<Mouth> bag,
            Config config,
            Rotation rotation,
            boolean hasToken) {
        super(id, here.peer(), office, bag, hasToken);
        this.here = here;
        this.ears = new Ears(this);
        this.mouth = bag.media();
        mouth.of(this);
        this.eyes = new Eyes(this, this::tell);
        this.pulse = new Pulse(config);
        this.rotation = rotation;
        this.handover = new Handover(this, office.detours(), config.limits().transfersPerMinute());
        this.echoes = new Allowance(config.limits().pingsPerSecond(), 1_000_000_000L);
    }

    CallLeg leg() {
        return leg;
    }

    Handover handover() {
        return handover;
    }

    @Override
    boolean isEnded() {
        return leg instanceof CallLeg.Ended;
    }

    @Override
    boolean isMutual() {
        return leg.stands();
    }

    @Override
    boolean isUnproven() {
        return leg instanceof CallLeg.Challenged;
    }

    /// The call begins with this step; for a call of our own it says NEW.
    void begin(Step step, long now) {
        pulse.begin(now);
        carryOut(step, now);
        settle(now);
    }

    @Override
    void greetedBy(FullFrame first) {
        super.greetedBy(first);
        ears.stamped(first.timestamp());
    }

    @Override
    void understand(Message message, FullFrame frame, long now) {
        if (frame.destination().equals(ours())) {
            move(new Input.Confirmed(), now);
        }
        if (!Housekeeping.isEcho(message)) {
            ears.stamped(frame.timestamp());
        }
        if (message instanceof ComfortNoise) {
            ears.silence();
        }
        if (leg.isAccepted()) {
            mouth.heard(message);
        }
        if (message instanceof Voice voice) {
            ears.full(voice, frame.timestamp(), now);
        } else if (message instanceof Video video) {
            eyes.full(video);
        } else if (!Housekeeping.attend(this, post(), message, frame, now)) {
            move(new Input.Heard(message), now);
        }
    }

    /// A meta frame with a piece of a picture.
    void see(MetaFrame.Video piece, long now) {
        eyes.loose(piece, now);
        settle(now);
    }

    /// What takes in mini frames and pieces of a trunk.
    Ears ears() {
        return ears;
    }

    void tell(Command command, long now) {
        switch (command) {
            case Command.Speak(var format, var payload) ->
                    mouth.speak(format, payload.toArray(), 0, payload.length(), now);
            case Command.Carry(Video video) -> show(video, now);
            case Command.Trunk _ -> mouth.trunked(true);
            case Command.Buffer(var settings) -> ears.buffer(settings);
            case Command.Unbuffer _ -> ears.unbuffer(now);
            case Command.Reroute(var rule) -> handover.rule(rule);
            default -> move(new Input.Told(command), now);
        }
        settle(now);
    }

    private void show(Video video, long now) {
        if (leg.isAccepted()) {
            var way = handover.minisTo();
            post().show(video, now, octets -> office().send(way, octets, 0, octets.length));
        }
    }

    /// What sends voice.
    Mouth mouth() {
        return mouth;
    }

    /// The first voice is about to go out, and a change of the key before it.
    void changeFirstKey(long now) {
        changeKey(now);
        office().touch(this);
    }

    @Override
    void signed(Signature signature, long now) {
        switch (signature) {
            case Signature.Made(var base64) -> move(new Input.Signed(base64), now);
            case Signature.Failed(var why) -> move(new Input.CouldNotSign(why), now);
        }
        settle(now);
    }

    @Override
    void timeUp(long now) {
        move(new Input.TimeUp(), now);
    }

    @Override
    void undecipherable(long now) {
        move(new Input.Undecipherable(), now);
    }

    @Override
    void unreachable(long now) {
        move(new Input.Unreachable(), now);
    }

    @Override
    void disowned(long now) {
        carryOut(CallFigure.forgotten(leg, here), now);
    }

    @Override
    void failed(long now) {
        carryOut(CallFigure.broke(), now);
    }

    /// They go on with each other; nothing of this call is left here.
    void stepOut(PeerAddress to, long now) {
        carryOut(CallFigure.transferred(to), now);
    }

    /// From now on this is a call with somebody else. Whether he shares trunks nobody knows.
    void moveTo(Target to, long now) {
        office().detours().move(this, to, now);
        ears.restart(now);
        eyes.restart();
        pulse.start(now);
        mouth.trunked(false);
    }

    @Override
    void beat(long now) {
        if (hasPulse()) {
            pulse.beat(now, ears.received(), message -> say(message, now));
        }
        if (leg.stands()) {
            handover.beat(now);
            ears.play(now);
            if (rotation.isDue(now)) {
                changeKey(now);
            }
        }
    }

    /// Whether we look now and then if they are still there. Also before they accept, as Asterisk,
    /// or a call would hang for ever whose peer was started again between ACK and ACCEPT.
    private boolean hasPulse() {
        return leg.stands() || (!isEnded() && !isUnproven() && !theirs().isNone());
    }

    @Override
    long nextBeat() {
        long pulseAt = hasPulse() ? pulse.next() : Long.MAX_VALUE;
        return leg.stands()
                ? Math.min(
                        Math.min(pulseAt, handover.next()), Math.min(ears.due(), rotation.next()))
                : pulseAt;
    }

    private void move(Input input, long now) {
        carryOut(CallFigure.next(leg, input, here), now);
    }

    private void carryOut(Step step, long now) {
        if (!step.next().equals(leg)) {
            waitNoLonger();
            if (step.next().stands() && !leg.stands()) {
                pulse.start(now);
            }
            if (step.next() instanceof CallLeg.Ended) {
                ears.flush(now);
                handover.over(now);
            }
            leg = step.next();
        }
        for (var act : step.acts()) {
            switch (act) {
                case Act.Say(var message) -> say(message, now);
                case Act.Tell(var event) -> tell(event);
                case Act.Seal(var challenge, var secrets, boolean rotating) ->
                        encrypt(challenge, secrets, rotating);
                case Act.Unseal _ -> seal().stop();
                case Act.Sign(var what) -> office().sign(this, what);
                case Act.Wait(long nanos) -> waitFor(nanos, now);
                case Act.Remark(var what) -> note(Oddity.OUT_OF_PLACE, what);
            }
        }
        ears.know(leg.isAccepted(), seal().in());
        mouth.know(leg.isAccepted(), seal().out());
    }

    private void encrypt(Bytes challenge, List<Secret> secrets, boolean rotating) {
        seal().begin(secrets.stream().map(secret -> Cipher.from(challenge, secret)).toList());
        if (rotating) {
            mouth.changeKeyFirst();
        }
    }

    /// The new key travels under the old one, and everything after it under the new one.
    private void changeKey(long now) {
        var key = seal().freshKey();
        say(key, now);
        seal().turn(key);
        rotation.done(now);
    }

    /// They have changed theirs.
    void heard(RotateKey key) {
        if (!seal().heard(key)) {
            note(Oddity.OUT_OF_PLACE, "a new key for a call that is not encrypted, or no key");
        }
    }

    private void tell(CallEvent event) {
        office().tell(this, event);
    }

    /// Whether one more PING or LAGRQ is answered.
    boolean mayEcho(long now) {
        return echoes.allows(now);
    }

    /// What we have received so far, for a PONG.
    ReceiverReport report() {
        return ears.report();
    }

    NetStatistics statistics() {
        return new NetStatistics(roundTrip, report(), theirReport);
    }

    /// A PONG came back.
    void measured(Pong pong, int sentAt, long now) {
        theirReport = Optional.ofNullable(pong.report()).or(() -> theirReport);
        pulse.measured(now, mouth.elapsed(now) - sentAt).ifPresent(this::measured);
    }

    private void measured(long nanos) {
        roundTrip = nanos;
        post().measured(nanos);
        measuredTrip(nanos);
        if (!isEnded()) {
            tell(new CallEvent.Measured(nanos));
        }
    }
}
