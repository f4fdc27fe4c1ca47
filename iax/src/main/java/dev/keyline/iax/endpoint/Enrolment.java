package dev.keyline.iax.endpoint;

import dev.keyline.iax.auth.Challenge;
import dev.keyline.iax.message.FirstMessage;
import dev.keyline.iax.registration.Input;
import dev.keyline.iax.registration.Registrar;
import dev.keyline.iax.registration.RegistrarFigure;
import dev.keyline.iax.registration.RegistrarLeg;
import dev.keyline.iax.registration.RegistrarSide;
import dev.keyline.iax.registration.Step;

/// A registration that a peer makes with us.
final class Enrolment extends RegistrationDialogue<RegistrarLeg> {
    private final RegistrarSide here;

    Enrolment(CallId id, RegistrarSide here, Office office, Mailbag<?> bag, boolean hasToken) {
        super(id, here.peer(), office, bag, hasToken, new RegistrarLeg.TurningAway());
        this.here = here;
    }

    void begin(FirstMessage request, Registrar.Admission admission, Challenge fresh, long now) {
        carryOut(RegistrarFigure.answer(request, admission, fresh, here), now);
        settle(now);
    }

    @Override
    Step<RegistrarLeg> next(RegistrarLeg leg, Input input) {
        return RegistrarFigure.next(leg, input, here);
    }

    @Override
    boolean isEnded() {
        return leg() instanceof RegistrarLeg.Ended;
    }

    /// A first REGREQ has no number of ours, and comes again when our answer is lost.
    @Override
    boolean isMutual() {
        return false;
    }

    @Override
    boolean isUnproven() {
        return leg() instanceof RegistrarLeg.Challenged;
    }

    @Override
    void disowned(long now) {
        unreachable(now);
    }

    @Override
    void failed(long now) {
        unreachable(now);
    }
}
