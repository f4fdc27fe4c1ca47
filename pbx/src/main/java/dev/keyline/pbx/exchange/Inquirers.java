package dev.keyline.pbx.exchange;

import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.message.MediaFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Callers who have not said a number yet (`TBD`): they ask what our dialplan knows, and may dial
/// when they know enough (RFC 5456 §6.8).
final class Inquirers implements Sleeper {
    /// Who asks for nothing that long is hung up. Asterisk asks again within 30 s or hangs up
    /// itself, and waits for ever as the one who is asked.
    private static final long IDLE = 60_000_000_000L;

    private static final long MINUTE = 60_000_000_000L;

    private final House house;
    private final Map<CallId, Inquirer> all = new LinkedHashMap<>();
    private long answered;
    private long tooMany;

    private static final class Inquirer {
        final Wish wish;
        long heard;
        long minuteEnds;
        int questions;

        Inquirer(Wish wish, long now) {
            this.wish = wish;
            this.heard = now;
            this.minuteEnds = now + MINUTE;
        }

        boolean mayAsk(int most, long now) {
            heard = now;
            if (now >= minuteEnds) {
                minuteEnds = now + MINUTE;
                questions = 0;
            }
            return ++questions <= most;
        }
    }

    Inquirers(House house) {
        this.house = house;
    }

    int size() {
        return all.size();
    }

    /// How many questions were answered.
    long answered() {
        return answered;
    }

    /// How many were not, because there were more in a minute than `maxdialplanquestions` allows.
    long tooMany() {
        return tooMany;
    }

    void begin(Wish wish, MediaFormat format, long now) {
        all.put(wish.call(), new Inquirer(wish, now));
        house.endpoint().tell(wish.call(), new Command.Await(format), now);
        house.journal()
                .verbose(
                        "Accepted TBD call from "
                                + wish.arrived().from()
                                + " as "
                                + wish.user().name());
        sleep();
    }

    /// Somebody asks for a number.
    void asked(CallId call, String number, long now) {
        var inquirer = all.get(call);
        if (inquirer == null) {
            return;
        }
        if (inquirer.mayAsk(house.lines().general().polling().questions(), now)) {
            answer(call, number, now);
        } else {
            tooMany++;
        }
        sleep();
    }

    private void answer(CallId call, String number, long now) {
        var inquirer = all.get(call);
        if (inquirer == null) {
            return;
        }
        var caller = inquirer.wish.caller().number();
        var wanted = new Guide.Wanted(inquirer.wish.context(), number, caller, house.globals());
        house.guide()
                .reply(wanted, later -> answer(call, number, later), now)
                .ifPresent(
                        reply -> {
                            answered++;
                            house.endpoint().tell(call, new Command.Reply(reply), now);
                        });
    }

    /// Somebody dials, or is gone: no more questions.
    Optional<Wish> leave(CallId call) {
        var gone = all.remove(call);
        if (gone == null) {
            return Optional.empty();
        }
        sleep();
        return Optional.of(gone.wish);
    }

    @Override
    public void wake(long now) {
        for (var inquirer : List.copyOf(all.values())) {
            if (inquirer.heard + IDLE <= now) {
                var call = inquirer.wish.call();
                all.remove(call);
                house.endpoint().tell(call, new Command.Finish(Cause.NO_USER_RESPONSE), now);
            }
        }
        sleep();
    }

    private void sleep() {
        long next = Long.MAX_VALUE;
        for (var inquirer : all.values()) {
            next = Math.min(next, inquirer.heard + IDLE);
        }
        house.agenda().set(this, next);
    }
}
