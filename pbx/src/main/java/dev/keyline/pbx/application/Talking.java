package dev.keyline.pbx.application;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.message.Transfer;
import dev.keyline.pbx.bridge.Bridge;
import dev.keyline.pbx.bridge.OnHold;
import dev.keyline.pbx.bridge.Passage;
import dev.keyline.pbx.channel.Channel;

/// `Dial` after somebody has answered.
final class Talking implements Activity {
    private final Errand errand;
    private final Channel callee;
    private final Bridge bridge;
    private final DialOptions options;
    private final long dialled;
    private final long since;
    private final long until;
    private final OnHold hold;
    private final Passage passage;

    Talking(Errand errand, Channel callee, DialOptions options, long dialled, long now) {
        this.errand = errand;
        this.callee = callee;
        this.bridge = new Bridge(errand.channel(), callee);
        this.options = options;
        this.hold = errand.office().onHold();
        this.passage = new Passage(hold);
        this.dialled = dialled;
        this.since = now;
        this.until = options.longest() == Long.MAX_VALUE ? Long.MAX_VALUE : now + options.longest();
    }

    Move begin(long now) {
        bridge.obstacle().ifPresent(errand::warn);
        errand.office().joined(bridge.one(), bridge.two());
        bridge.one().passedOn(bridge.two(), now);
        bridge.two().passedOn(bridge.one(), now);
        if (until == Long.MAX_VALUE && !options.goesOn()) {
            errand.office().leaveAlone(bridge.one(), bridge.two(), now);
        }
        return new Move.Stay(this, until);
    }

    @Override
    public Move on(Event event, long now) {
        if (event instanceof Event.On(var from, var what) && bridge.joins(from)) {
            if (what instanceof CallEvent.Ended(var why)) {
                return calleeLeft(why.code(), now);
            }
            if (what instanceof CallEvent.Carried(Transfer wish)) {
                return new Referral(errand, bridge)
                        .follow(from, wish, now)
                        .orElse(new Move.Stay(this, until));
            }
            pass(from, what, now);
        }
        if (event instanceof Event.Taken(var elsewhere) && elsewhere == callee) {
            return calleeLeft(Cause.NORMAL.code(), now);
        }
        if (event instanceof Event.Placed(_, Office.Calling(var late))) {
            late.hangUp(Cause.ANSWERED_ELSEWHERE, now); // its name was looked up for too long
        }
        if (now >= until) {
            callee.hangUp(Cause.NORMAL, now);
            return calleeLeft(Cause.NORMAL.code(), now);
        }
        return new Move.Stay(this, until);
    }

    /// Who hears music hears nobody else.
    private void pass(Channel from, CallEvent what, long now) {
        var to = bridge.other(from);
        boolean waited = hold.plays(to);
        if (what instanceof CallEvent.Heard) {
            if (!waited) {
                bridge.pass(from, what, now);
            }
            return;
        }
        passage.pass(from, to, what, now);
        if (hold.plays(to) && !waited) {
            from.heardHere(now);
        } else if (waited && !hold.plays(to)) {
            from.passedOn(to, now);
        }
    }

    @Override
    public boolean carriesPages() {
        return true;
    }

    private Move calleeLeft(int cause, long now) {
        report(now);
        hold.stop(errand.channel(), now);
        hold.stop(callee, now);
        errand.channel().heardHere(now);
        errand.channel().hangupCause(cause);
        return options.goesOn() ? Move.NEXT : new Move.HangUp(cause);
    }

    private void report(long now) {
        errand.let("ANSWEREDTIME", Dialling.seconds(now - since));
        errand.let("DIALEDTIME", Dialling.seconds(now - dialled));
    }

    @Override
    public void leave(long now) {
        report(now);
        errand.channel().heardHere(now);
        hold.stop(errand.channel(), now);
        int cause = errand.channel().hangupCause();
        callee.hangUp(cause == 0 ? Cause.NORMAL.code() : cause, now);
    }
}
