package dev.keyline.pbx.application;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.message.Indication;
import dev.keyline.pbx.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `Dial` until somebody answers.
final class Dialling implements Activity {
    private final Errand errand;
    private final Channel caller;
    private final DialOptions options;
    private final long deadline;
    private final List<Leg> legs = new ArrayList<>();
    private final Ringback ringback;
    private long start;

    Dialling(Errand errand, DialOptions options, long deadline) {
        this.errand = errand;
        this.caller = errand.channel();
        this.options = options;
        this.deadline = deadline;
        this.ringback = new Ringback(errand.channel());
    }

    Move begin(long now) {
        start = now;
        for (var target : errand.arguments().at(0).split("&", -1)) {
            int number = legs.size();
            legs.add(new Leg.Looking());
            placed(number, errand.office().place(caller, target.strip(), number, now));
        }
        if (options.rings()) {
            ringback.start(now);
        }
        return settle(now);
    }

    private void placed(int number, Office.Placing how) {
        switch (how) {
            case Office.Calling(var channel) -> legs.set(number, new Leg.Calling(channel));
            case Office.LookingUp _ -> {}
            case Office.NoWay(int cause, var why) -> {
                errand.warn("Dial: " + why);
                over(number, cause);
            }
        }
    }

    private void over(int number, int cause) {
        caller.hangupCause(cause);
        legs.set(number, new Leg.Over(Leg.Result.of(cause)));
    }

    @Override
    public Move on(Event event, long now) {
        switch (event) {
            case Event.Placed(int leg, var how) -> placed(leg, how);
            case Event.On(var channel, var what) when channel == caller -> entertain(what, now);
            case Event.On(var channel, var what) when isOurs(channel) -> {
                var joined = hear(channel, what, now);
                if (joined.isPresent()) {
                    return joined.get();
                }
            }
            default -> {}
        }
        return settle(now);
    }

    /// News of a leg of an earlier Dial may still be on its way.
    private boolean isOurs(Channel channel) {
        return legs.stream()
                .anyMatch(leg -> leg instanceof Leg.Calling(var ours) && ours == channel);
    }

    /// While it rings at one place only, the caller is heard there already, as in Asterisk.
    private void entertain(CallEvent what, long now) {
        if (legs.size() == 1
                && legs.getFirst() instanceof Leg.Calling(var only)
                && what instanceof CallEvent.Heard(var format, _, var payload)) {
            only.relay(format, payload, now);
        }
    }

    private Optional<Move> hear(Channel leg, CallEvent what, long now) {
        switch (what) {
            case CallEvent.Answered _ -> {
                return Optional.of(answered(leg, now));
            }
            case CallEvent.Indicated(var indication, _) -> indicated(leg, indication, now);
            case CallEvent.Heard(var format, _, var payload)
                    when legs.size() == 1 && !options.rings() -> {
                ringback.stop();
                caller.relay(format, payload, now);
            }
            case CallEvent.Ended(var why) -> ended(leg, why.code());
            default -> {}
        }
        return Optional.empty();
    }

    private void indicated(Channel leg, Indication what, long now) {
        switch (what) {
            case RINGING -> ringback.start(now);
            case PROGRESS, PROCEEDING -> {
                if (!options.rings()) {
                    caller.indicate(what, now);
                }
            }
            case BUSY -> refuse(leg, Cause.USER_BUSY, now);
            case CONGESTION -> refuse(leg, Cause.CONGESTION, now);
            default -> {}
        }
    }

    private void refuse(Channel leg, Cause cause, long now) {
        ended(leg, cause.code());
        leg.hangUp(cause, now);
    }

    private void ended(Channel leg, int cause) {
        for (int i = 0; i < legs.size(); i++) {
            if (legs.get(i) instanceof Leg.Calling(var channel) && channel == leg) {
                over(i, cause);
            }
        }
    }

    private Move settle(long now) {
        if (legs.stream().allMatch(Leg.Over.class::isInstance)) {
            return finish(Leg.status(legs), now);
        }
        if (now >= deadline) {
            dismiss(Cause.NORMAL, now);
            caller.hangupCause(Cause.NO_ANSWER.code());
            return finish("NOANSWER", now);
        }
        return new Move.Stay(this, Math.min(deadline, ringback.speak(now)));
    }

    private Move finish(String status, long now) {
        ringback.stop();
        report(status, now);
        return Move.NEXT;
    }

    private void report(String status, long now) {
        errand.let("DIALSTATUS", status);
        errand.let("DIALEDTIME", seconds(now - start));
        errand.let("ANSWEREDTIME", "0");
    }

    static String seconds(long nanos) {
        return String.valueOf(nanos / Durations.SECOND);
    }

    private Move answered(Channel leg, long now) {
        ringback.stop();
        legs.removeIf(l -> l instanceof Leg.Calling(var channel) && channel == leg);
        dismiss(Cause.ANSWERED_ELSEWHERE, now);
        caller.answer(now);
        report("ANSWER", now);
        errand.let("DIALEDPEERNAME", leg.name());
        errand.let("DIALEDPEERNUMBER", leg.identity().section());
        return new Talking(errand, leg, options, start, now).begin(now);
    }

    private void dismiss(Cause cause, long now) {
        for (var leg : legs) {
            if (leg instanceof Leg.Calling(var channel)) {
                channel.hangUp(cause, now);
            }
        }
    }

    @Override
    public void leave(long now) {
        dismiss(Cause.NORMAL, now);
        report("CANCEL", now);
    }
}
