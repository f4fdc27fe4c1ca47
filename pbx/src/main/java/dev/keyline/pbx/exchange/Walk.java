package dev.keyline.pbx.exchange;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.message.Html;
import dev.keyline.iax.message.Indication;
import dev.keyline.pbx.application.Activity;
import dev.keyline.pbx.application.Event;
import dev.keyline.pbx.application.Move;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Introduction;
import dev.keyline.pbx.channel.Position;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// The way of one channel through the dialplan. Nobody waits for it: it goes as far as it can, and
/// on when something happens or the time comes.
final class Walk implements Sleeper {
    /// Steps taken at a stretch. A dialplan that runs in a circle must not stop the whole port; it
    /// gets its turn again after [#BREATH].
    private static final int STRETCH = 100;

    private static final long BREATH = 10_000_000;

    /// How long `h` may take. Nobody is left who could end it by hanging up.
    private static final long LONGEST_EPILOGUE = 60_000_000_000L;

    private static final Activity IDLE =
            new Activity() {
                @Override
                public Move on(Event event, long now) {
                    return Move.stay(this);
                }
            };

    private final House house;
    private final Channel channel;
    private final Position start;
    private final Steps steps;
    private Activity activity = IDLE;
    private Phase phase = Phase.WAITING;
    private long serial;
    private long curtain = Long.MAX_VALUE;

    private enum Phase {
        /// Nobody has answered, or shown that they hear us.
        WAITING,
        WALKING,
        /// The channel is gone, and `h` is executed.
        EPILOGUE,
        OVER
    }

    Walk(House house, Channel channel, Position start) {
        this.house = house;
        this.channel = channel;
        this.start = start;
        this.steps = new Steps(house, channel, new Desk(house, this), this::soon);
    }

    Channel channel() {
        return channel;
    }

    /// Something happened on our channel, or on one that we have called.
    void heard(Channel on, CallEvent what, long now) {
        Introduction.heard(on, what);
        if (on == channel && what instanceof CallEvent.Ended) {
            gone(now);
        } else if (phase == Phase.WAITING && on == channel && begins(what)) {
            phase = Phase.WALKING;
            proceed(new Move.Jump(start), now);
        } else if (phase == Phase.WAITING && what instanceof CallEvent.Indicated(var word, _)) {
            refused(word, now);
        } else if (phase == Phase.WALKING) {
            refusePage(on, what, now);
            proceed(activity.on(new Event.On(on, what), now), now);
        }
    }

    /// Whom we have called of ourselves will not answer, and waits for us to hang up.
    private void refused(Indication word, long now) {
        switch (word) {
            case BUSY -> channel.hangUp(Cause.USER_BUSY, now);
            case CONGESTION -> channel.hangUp(Cause.CONGESTION, now);
            default -> {}
        }
    }

    private void refusePage(Channel from, CallEvent what, long now) {
        if (what instanceof CallEvent.Carried(Html page)
                && page.isForPeople()
                && !activity.carriesPages()) {
            from.tell(new Command.Carry(Html.NOT_SUPPORTED), now);
        }
    }

    private static boolean begins(CallEvent what) {
        return what instanceof CallEvent.Established || what instanceof CallEvent.Answered;
    }

    /// Leaves whatever the channel does, and goes on from there.
    ///
    /// @return false when it has not begun to walk, or has ended
    boolean redirect(Position to, long now) {
        if (phase != Phase.WALKING) {
            return false;
        }
        abandon(now);
        channel.heardHere(now);
        proceed(new Move.Jump(to), now);
        return true;
    }

    /// A channel that we have called, and that has answered, goes on elsewhere.
    void taken(Channel callee, long now) {
        proceed(activity.on(new Event.Taken(callee), now), now);
    }

    /// A channel that is up already sets out.
    void setOut(long now) {
        phase = Phase.WALKING;
        channel.heardHere(now);
        proceed(new Move.Jump(start), now);
    }

    /// The time has come that was asked for.
    @Override
    public void wake(long now) {
        if (phase == Phase.WALKING && channel.timeouts().absolute() <= now) {
            channel.timeouts(channel.timeouts().withAbsolute(Long.MAX_VALUE));
            abandon(now);
            proceed(steps.absoluteTimeout(now), now);
        } else if (phase == Phase.EPILOGUE && curtain <= now) {
            abandon(now);
            hangUp(0, now);
        } else {
            proceed(activity.on(new Event.TimeUp(), now), now);
        }
    }

    private void abandon(long now) {
        var left = activity;
        activity = IDLE;
        left.leave(now);
        serial++;
    }

    private void gone(long now) {
        boolean walked = phase == Phase.WALKING;
        abandon(now);
        phase = Phase.OVER;
        schedule(Long.MAX_VALUE, now);
        if (walked && steps.exists("h", now)) {
            phase = Phase.EPILOGUE;
            curtain = now + LONGEST_EPILOGUE;
            proceed(new Move.Jump(steps.at("h")), now);
        }
    }

    private void proceed(Move first, long now) {
        var move = first;
        for (int step = 0; step < STRETCH; step++) {
            switch (move) {
                case Move.Stay(var with, long until) -> {
                    activity = with;
                    schedule(until, now);
                    return;
                }
                case Move.HangUp(int cause) -> {
                    hangUp(cause, now);
                    return;
                }
                case Move.Next _ -> move = step(channel.position().next(), now);
                case Move.Jump(var to) -> move = step(to, now);
            }
        }
        breathe(move, now);
    }

    private void breathe(Move next, long now) {
        long until = now + BREATH;
        activity =
                new Activity() {
                    @Override
                    public Move on(Event event, long later) {
                        return later >= until ? next : new Move.Stay(this, until);
                    }
                };
        schedule(until, now);
    }

    private Move step(Position to, long now) {
        serial++;
        activity = IDLE;
        channel.position(to);
        return phase == Phase.EPILOGUE ? steps.epilogue(now) : steps.take(now);
    }

    private void hangUp(int cause, long now) {
        activity = IDLE;
        serial++;
        if (phase == Phase.EPILOGUE) {
            phase = Phase.OVER;
            curtain = Long.MAX_VALUE;
            schedule(Long.MAX_VALUE, now);
            return;
        }
        schedule(Long.MAX_VALUE, now);
        int known = channel.hangupCause() == 0 ? Cause.NORMAL.code() : channel.hangupCause();
        channel.hangUp(cause == 0 ? known : cause, now);
    }

    private void schedule(long until, long now) {
        long limit = phase == Phase.WALKING ? channel.timeouts().absolute() : curtain;
        long time = Math.min(until, limit);
        house.agenda().set(this, time == Long.MAX_VALUE ? time : Math.max(time, now + 1));
    }

    /// Whoever goes on with the step that is being taken now; nobody, if another is by then.
    private Sleeper soon() {
        long asked = serial;
        return later -> {
            if (serial == asked && phase != Phase.OVER) {
                proceed(activity.on(new Event.TimeUp(), later), later);
            }
        };
    }

    /// Has work done elsewhere; its event is told to the step that asked for it, if that is still
    /// being taken.
    void perform(Supplier<Event> work) {
        performThen(work, (event, _) -> event);
    }

    /// The same, with something to do in the loop before the event is told.
    <T> void performThen(Supplier<T> work, BiFunction<T, Long, Event> then) {
        long asked = serial;
        house.perform(
                () -> {
                    var result = work.get();
                    return later -> {
                        if (serial == asked && phase != Phase.OVER) {
                            proceed(activity.on(then.apply(result, later), later), later);
                        }
                    };
                });
    }
}
