package dev.keyline.iax.endpoint;

import dev.keyline.iax.auth.Signature;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.registration.Act;
import dev.keyline.iax.registration.Input;
import dev.keyline.iax.registration.RegistrantFigure;
import dev.keyline.iax.registration.RegistrantLeg;
import dev.keyline.iax.registration.RegistrantSide;
import dev.keyline.iax.registration.Step;
import dev.keyline.iax.wire.FullFrame;

/// One attempt of ours to register.
final class Registering extends Dialogue {
    private final RegistrantSide here;
    private RegistrantLeg leg = new RegistrantLeg.Asking();

    Registering(CallId id, RegistrantSide here, Office office, Mailbag bag) {
        super(id, here.wish().registrar(), office, bag, true);
        this.here = here;
    }

    void begin(long now) {
        carryOut(RegistrantFigure.ask(here), now);
        settle(now);
    }

    @Override
    boolean isEnded() {
        return leg instanceof RegistrantLeg.Ended;
    }

    @Override
    boolean isMutual() {
        return !(leg instanceof RegistrantLeg.Asking);
    }

    @Override
    boolean isUnproven() {
        return false;
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
        move(new Input.Signed(signature), now);
        settle(now);
    }

    @Override
    void unreachable(long now) {
        move(new Input.Unreachable(), now);
    }

    @Override
    void disowned(long now) {
        carryOut(RegistrantFigure.broken("they know nothing of it any more"), now);
    }

    @Override
    void failed(long now) {
        carryOut(RegistrantFigure.broken("a fault of our own; see the log"), now);
    }

    private void move(Input input, long now) {
        carryOut(RegistrantFigure.next(leg, input, here), now);
    }

    private void carryOut(Step<RegistrantLeg> step, long now) {
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
