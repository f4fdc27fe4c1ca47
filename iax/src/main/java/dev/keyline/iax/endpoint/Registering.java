package dev.keyline.iax.endpoint;

import dev.keyline.iax.registration.Input;
import dev.keyline.iax.registration.RegistrantFigure;
import dev.keyline.iax.registration.RegistrantLeg;
import dev.keyline.iax.registration.RegistrantSide;
import dev.keyline.iax.registration.Step;

/// One attempt of ours to register.
final class Registering extends RegistrationDialogue<RegistrantLeg> {
    private final RegistrantSide here;

    Registering(CallId id, RegistrantSide here, Office office, Mailbag<?> bag) {
        super(id, here.wish().registrar(), office, bag, true, new RegistrantLeg.Asking());
        this.here = here;
    }

    void begin(long now) {
        carryOut(RegistrantFigure.ask(here), now);
        settle(now);
    }

    @Override
    Step<RegistrantLeg> next(RegistrantLeg leg, Input input) {
        return RegistrantFigure.next(leg, input, here);
    }

    @Override
    boolean isEnded() {
        return leg() instanceof RegistrantLeg.Ended;
    }

    @Override
    boolean isMutual() {
        return !(leg() instanceof RegistrantLeg.Asking);
    }

    @Override
    boolean isUnproven() {
        return false;
    }

    @Override
    void disowned(long now) {
        carryOut(RegistrantFigure.broken("they know nothing of it any more"), now);
    }

    @Override
    void failed(long now) {
        carryOut(RegistrantFigure.broken("a fault of our own; see the log"), now);
    }
}
