package dev.keyline.tools.load;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.tools.load.Tally.Count;
import dev.keyline.tools.load.Tally.Measure;
import dev.keyline.tools.phone.Keypad;
import org.jspecify.annotations.Nullable;

/// One caller, from the dialling to the end.
final class Caller implements TickRing.Ticking {
    private final Line line;
    private final Role.Calling role;
    private final CallId id;
    private final int call;
    private final long begun;
    private final Keypad keypad;
    private final Echoes echoes;

    /// Whether the keypad is not done; each block asks, and the keypad is far away in memory.
    private boolean dials;

    private @Nullable Talker talker;
    private long answeredAt = Long.MAX_VALUE;
    private boolean leaving;
    private boolean over;

    /// @param id just dialled
    /// @param call a number of its own in the whole test
    Caller(Line line, Role.Calling role, CallId id, int call, long begun) {
        this.line = line;
        this.role = role;
        this.id = id;
        this.call = call;
        this.begun = begun;
        this.keypad = new Keypad(role.digits());
        this.dials = !keypad.isDone();
        this.echoes = new Echoes(call, line.tally());
    }

    void happened(CallEvent event, long now) {
        switch (event) {
            case CallEvent.Accepted(var format, _) -> {
                line.tally().count(Count.ACCEPTED);
                line.tally().measured(Measure.ACCEPTANCE, now - begun);
                var mouth = line.switchboard().mouthpiece(id);
                talker = new Talker(line, mouth, call, role, format);
                line.switchboard().listen(id, echoes);
            }
            case CallEvent.Answered() -> answered(now);
            case CallEvent.Heard(_, _, var payload) -> {
                var octets = payload.toArray();
                echoes.heard(octets, 0, octets.length, now);
            }
            case CallEvent.Measured(long trip) -> line.tally().measured(Measure.PING, trip);
            case CallEvent.Ended(var why) -> ended(why);
            default -> {}
        }
    }

    private void answered(long now) {
        if (isAnswered()) {
            return;
        }
        answeredAt = now;
        line.tally().count(Count.ANSWERED);
        line.tally().measured(Measure.SET_UP, now - begun);
        if (role.trunk()) {
            line.endpoint().tell(id, new Command.Trunk(), now);
        }
    }

    private boolean isAnswered() {
        return answeredAt != Long.MAX_VALUE;
    }

    @Override
    public int glance() {
        return talker == null ? 0 : talker.glance();
    }

    @Override
    public boolean tick(long due, long now) {
        if (over || leaving) {
            return !over;
        }
        if (isAnswered()) {
            talk(due, now);
        } else if (now - begun >= role.patience()) {
            leave(now);
        }
        return !over;
    }

    private void talk(long due, long now) {
        if (now - answeredAt >= role.hold()) {
            judge();
            leave(now);
            return;
        }
        if (talker != null) {
            talker.tick(due, now);
        }
        if (dials) {
            keypad.next().ifPresent(press -> press(press, now));
            dials = !keypad.isDone();
        }
    }

    private void press(Command press, long now) {
        line.endpoint().tell(id, press, now);
        line.tally().count(Count.DIGITS);
    }

    /// Hangs up, for whatever reason.
    void leave(long now) {
        leaving = true;
        line.endpoint().tell(id, new Command.Finish(Cause.NORMAL), now);
    }

    private void ended(Ending why) {
        over = true;
        line.tally().alive(-1);
        if (isAnswered()) {
            line.tally().count(leaving ? Count.COMPLETED : Count.DROPPED);
            sumUp();
        } else {
            line.tally().count(Count.FAILED);
        }
        if (!leaving) {
            line.tally().reason(why.words());
        } else if (!isAnswered()) {
            line.tally().reason("no answer within " + role.patience() / 1_000_000_000 + " s");
        }
    }

    private void sumUp() {
        int said = talker == null ? 0 : talker.said();
        echoes.close(talker == null ? 0 : talker.due());
        if (echoes.isAny()) {
            judged(echoes.quality());
        }
        if (said > 0 && echoes.heard() == 0) {
            line.tally().count(Count.MUTE);
        }
    }

    /// Without echoes there is what the endpoint knows, as long as the call is there.
    private void judge() {
        if (!echoes.isAny() && echoes.heard() > 0) {
            line.endpoint().statistics(id).map(Quality::of).ifPresent(this::judged);
        }
    }

    private void judged(Quality quality) {
        var codec = talker == null ? "" : talker.format().asteriskName();
        line.tally().measured(Measure.JITTER, quality.jitter());
        line.tally().measured(Measure.OPINION, Math.round(1000 * quality.opinion(codec)));
    }
}
