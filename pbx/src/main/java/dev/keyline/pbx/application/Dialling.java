package dev.keyline.pbx.application;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.ConnectedLine;
import dev.keyline.iax.message.Indication;
import dev.keyline.pbx.bridge.Passage;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Introduction;
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
    private final Passage passage;
    private long start;

    Dialling(Errand errand, DialOptions options, long deadline) {
        this.errand = errand;
        this.caller = errand.channel();
        this.options = options;
        this.deadline = deadline;
        this.ringback = new Ringback(errand.channel());
        this.passage = new Passage(errand.office().onHold());
    }

    Move begin(long now) {
        start = now;
        for (var target : errand.arguments().at(0).split("&", -1)) {
            int number = legs.size();
            legs.add(new Leg.Looking());
            placed(number, errand.office().place(caller, target.strip(), number, now));
        }
        if (options.rings()) {
            ring(now);
        }
        options.music().ifPresent(m -> errand.office().onHold().start(caller, m, now));
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

    /// While it rings at one place only, the caller is heard and seen there already; keys and texts
    /// go everywhere. So does Asterisk.
    private void entertain(CallEvent what, long now) {
        boolean single = legs.size() == 1;
        for (var leg : legs) {
            if (leg instanceof Leg.Calling(var ringing)) {
                if (single && what instanceof CallEvent.Heard(var format, _, var payload)) {
                    ringing.relay(format, payload, now);
                } else if (single || Passage.isForAll(what)) {
                    passage.pass(caller, ringing, what, now);
                }
            }
        }
    }

    private Optional<Move> hear(Channel leg, CallEvent what, long now) {
        switch (what) {
            case CallEvent.Answered _ -> {
                return Optional.of(answered(leg, now));
            }
            case CallEvent.Indicated(var indication, _) -> indicated(leg, what, indication, now);
            case CallEvent.Heard(var format, _, var payload) when isAudible() -> {
                ringback.stop();
                caller.relay(format, payload, now);
            }
            case CallEvent.Ended(var why) -> ended(leg, why.code());
            case CallEvent.Wrote _ when legs.size() == 1 -> passage.pass(leg, caller, what, now);
            case CallEvent.Pressed _, CallEvent.Carried _ when isAudible() ->
                    passage.pass(leg, caller, what, now);
            default -> {}
        }
        return Optional.empty();
    }

    /// Whether the caller may hear and see where it rings before somebody answers.
    private boolean isAudible() {
        return legs.size() == 1 && !options.rings();
    }

    private void indicated(Channel leg, CallEvent event, Indication what, long now) {
        switch (what) {
            case RINGING -> ring(now);
            case PROGRESS, PROCEEDING -> {
                if (!options.rings()) {
                    caller.indicate(what, now);
                }
            }
            case BUSY -> refuse(leg, Cause.USER_BUSY, now);
            case CONGESTION -> refuse(leg, Cause.CONGESTION, now);
            default -> passage.pass(leg, caller, event, now);
        }
    }

    /// With music (`m`) nobody hears ringing.
    private void ring(long now) {
        if (options.music().isEmpty()) {
            ringback.start(now);
        }
    }

    @Override
    public boolean carriesPages() {
        return true;
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
        stopMusic(now);
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

    private void stopMusic(long now) {
        if (options.music().isPresent()) {
            errand.office().onHold().stop(caller, now);
        }
    }

    private Move answered(Channel leg, long now) {
        ringback.stop();
        errand.office().onHold().stop(caller, now);
        legs.removeIf(l -> l instanceof Leg.Calling(var channel) && channel == leg);
        dismiss(Cause.ANSWERED_ELSEWHERE, now);
        caller.answer(now);
        introduce(now);
        report("ANSWER", now);
        errand.let("DIALEDPEERNAME", leg.name());
        errand.let("DIALEDPEERNUMBER", leg.identity().section());
        return new Talking(errand, leg, options, start, now).begin(now);
    }

    /// Whom a caller is connected with is, as in Asterisk, the extension dialled.
    private void introduce(long now) {
        var number = caller.position().exten();
        if (!options.keepsConnected()) {
            var line = new ConnectedLine(number, "", CallerId.ALLOWED, 0);
            Introduction.connected(caller, line, now);
        }
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
        stopMusic(now);
        report("CANCEL", now);
    }
}
