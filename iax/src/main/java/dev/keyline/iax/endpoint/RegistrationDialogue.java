package dev.keyline.iax.endpoint;

import dev.keyline.iax.auth.Signature;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.registration.Act;
import dev.keyline.iax.registration.Input;
import dev.keyline.iax.registration.Step;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.PeerAddress;

/// A registration, from either side: a figure is moved, and what it wants is carried out.
///
/// @param <S> the states of that side
abstract sealed class RegistrationDialogue<S> extends Dialogue permits Registering, Enrolment {
    private S leg;

    RegistrationDialogue(
            CallId id, PeerAddress peer, Office office, Mailbag<?> bag, boolean hasToken, S first) {
        super(id, peer, office, bag, hasToken);
        this.leg = first;
    }

    /// The figure.
    abstract Step<S> next(S leg, Input input);

    final S leg() {
        return leg;
    }

    @Override
    final void understand(Message message, FullFrame frame, long now) {
        if (Housekeeping.isSmallTalk(message)) {
            Housekeeping.resend(post(), message, frame, now);
        } else {
            move(new Input.Heard(message), now);
        }
    }

    @Override
    final void timeUp(long now) {
        move(new Input.TimeUp(), now);
    }

    @Override
    final void signed(Signature signature, long now) {
        move(new Input.Signed(signature), now);
        settle(now);
    }

    @Override
    final void unreachable(long now) {
        move(new Input.Unreachable(), now);
    }

    private void move(Input input, long now) {
        carryOut(next(leg, input), now);
    }

    final void carryOut(Step<S> step, long now) {
        if (!step.next().equals(leg)) {
            waitNoLonger();
        }
        leg = step.next();
        for (var act : step.acts()) {
            switch (act) {
                case Act.Say(var message) -> say(message, now);
                case Act.Tell(var event) -> office().tell(this, event);
                case Act.Sign(var what) -> office().sign(this, what);
                case Act.Wait(long nanos) -> waitFor(nanos, now);
                case Act.Remark(var what) -> note(Oddity.OUT_OF_PLACE, what);
            }
        }
    }
}
