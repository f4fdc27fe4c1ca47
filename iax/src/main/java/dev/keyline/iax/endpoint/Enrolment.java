package dev.keyline.iax.endpoint;

import dev.keyline.iax.auth.Challenge;
import dev.keyline.iax.auth.Signature;
import dev.keyline.iax.message.FirstMessage;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.registration.Act;
import dev.keyline.iax.registration.Input;
import dev.keyline.iax.registration.Registrar;
import dev.keyline.iax.registration.RegistrarFigure;
import dev.keyline.iax.registration.RegistrarLeg;
import dev.keyline.iax.registration.RegistrarSide;
import dev.keyline.iax.registration.Step;
import dev.keyline.iax.wire.FullFrame;

/// A registration that a peer makes with us.
final class Enrolment extends Dialogue {
    private final RegistrarSide here;
    private RegistrarLeg leg = new RegistrarLeg.TurningAway();

    Enrolment(CallId id, RegistrarSide here, Office office, Mailbag bag, boolean hasToken) {
        super(id, here.peer(), office, bag, hasToken);
        this.here = here;
    }

    void begin(FirstMessage request, Registrar.Admission admission, Challenge fresh, long now) {
        carryOut(RegistrarFigure.answer(request, admission, fresh, here), now);
        settle(now);
    }

    @Override
    boolean isEnded() {
        return leg instanceof RegistrarLeg.Ended;
    }

    /// A first REGREQ has no number of ours, and comes again when our answer is lost.
    @Override
    boolean isMutual() {
        return false;
    }

    @Override
    boolean isUnproven() {
        return leg instanceof RegistrarLeg.Challenged;
    }

    @Override
    void understand(Message message, FullFrame frame, long now) {
        if (!Housekeeping.isSmallTalk(message)) {
            move(new Input.Heard(message), now);
        } else {
            Housekeeping.resend(post(), message, frame);
        }
    }

    @Override
    void timeUp(long now) {
        move(new Input.TimeUp(), now);
    }

    @Override
    void signed(Signature signature, long now) {
        throw new IllegalStateException("a registrar signs nothing");
    }

    @Override
    void unreachable(long now) {
        move(new Input.Unreachable(), now);
    }

    @Override
    void disowned(long now) {
        move(new Input.Unreachable(), now);
    }

    @Override
    void failed(long now) {
        move(new Input.Unreachable(), now);
    }

    private void move(Input input, long now) {
        carryOut(RegistrarFigure.next(leg, input, here), now);
    }

    private void carryOut(Step<RegistrarLeg> step, long now) {
        if (!step.next().equals(leg)) {
            waitNoLonger();
        }
        leg = step.next();
        for (var act : step.acts()) {
            switch (act) {
                case Act.Say(var message) -> say(message, now);
                case Act.Tell(var event) -> office().tell(this, event);
                case Act.Wait(long nanos) -> waitFor(nanos, now);
                case Act.Remark(var what) -> note(Oddity.OUT_OF_PLACE, what);
                case Act.Sign _ -> throw new IllegalStateException("a registrar signs nothing");
            }
        }
    }
}
