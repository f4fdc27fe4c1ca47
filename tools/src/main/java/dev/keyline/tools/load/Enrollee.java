package dev.keyline.tools.load;

import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.registration.Outcome;
import dev.keyline.iax.registration.RegistrationEvent;
import dev.keyline.tools.load.Tally.Count;
import dev.keyline.tools.load.Tally.Measure;

/// One caller who only registers, stays for a while, and goes.
final class Enrollee implements TickRing.Ticking {
    private final Line line;
    private final Role.Registering role;
    private final CallId id;
    private final long begun;
    private long takenAt = Long.MAX_VALUE;
    private boolean over;

    Enrollee(Line line, Role.Registering role, CallId id, long begun) {
        this.line = line;
        this.role = role;
        this.id = id;
        this.begun = begun;
    }

    void happened(RegistrationEvent event, long now) {
        if (!over && event instanceof RegistrationEvent.Settled(var outcome)) {
            settled(outcome, now);
        }
    }

    private void settled(Outcome outcome, long now) {
        switch (outcome) {
            case Outcome.Registered _ -> taken(now);
            case Outcome.Released() -> {}
            case Outcome.Refused(var cause, int code) ->
                    lost("refused: " + code + " " + cause, now);
            case Outcome.CannotAnswer(var why) -> lost(why, now);
            case Outcome.NotAnswered() -> lost("the registrar does not answer", now);
            case Outcome.Broken(var why) -> lost(why, now);
        }
    }

    /// A refresh comes here too.
    private void taken(long now) {
        if (takenAt == Long.MAX_VALUE) {
            takenAt = now;
            line.tally().count(Count.ANSWERED);
            line.tally().measured(Measure.SET_UP, now - begun);
        }
    }

    private void lost(String why, long now) {
        line.tally().count(takenAt == Long.MAX_VALUE ? Count.FAILED : Count.DROPPED);
        line.tally().reason(why);
        end(now);
    }

    @Override
    public boolean tick(long due, long now) {
        if (!over && takenAt == Long.MAX_VALUE && now - begun >= role.patience()) {
            lost("not registered within " + role.patience() / 1_000_000_000 + " s", now);
        } else if (!over && takenAt != Long.MAX_VALUE && now - takenAt >= role.hold()) {
            leave(now);
        }
        return !over;
    }

    /// Releases, for whatever reason.
    void leave(long now) {
        line.tally().count(takenAt == Long.MAX_VALUE ? Count.FAILED : Count.COMPLETED);
        end(now);
    }

    private void end(long now) {
        over = true;
        line.tally().alive(-1);
        line.endpoint().release(id, now);
    }

    boolean isOver() {
        return over;
    }
}
