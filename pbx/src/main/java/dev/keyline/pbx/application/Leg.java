package dev.keyline.pbx.application;

import dev.keyline.iax.call.Cause;
import dev.keyline.pbx.channel.Channel;
import java.util.List;

/// One of the calls that `Dial` places, and what became of it.
sealed interface Leg {
    /// Its host is being looked up.
    record Looking() implements Leg {}

    record Calling(Channel channel) implements Leg {}

    /// It came to nothing.
    record Over(Result result) implements Leg {}

    /// What a leg that came to nothing counts as.
    enum Result {
        BUSY,
        CONGESTION,
        /// Ended in the ordinary way, or nobody answered: counts for nothing.
        NOTHING,
        UNAVAILABLE;

        /// Asterisk's mapping: 17 is busy, 34 congestion, 16 and 19 nothing, all else unavailable.
        static Result of(int cause) {
            var known = Cause.of(cause);
            return switch (known) {
                case USER_BUSY -> BUSY;
                case CONGESTION -> CONGESTION;
                case NORMAL, NO_ANSWER -> NOTHING;
                case null, default -> UNAVAILABLE;
            };
        }
    }

    /// DIALSTATUS when all legs have come to nothing, in Asterisk's order.
    static String status(List<Leg> legs) {
        var results = legs.stream().filter(Over.class::isInstance).map(l -> ((Over) l).result());
        var all = results.toList();
        if (all.contains(Result.NOTHING)) {
            return "NOANSWER";
        }
        return all.contains(Result.BUSY)
                ? "BUSY"
                : all.contains(Result.CONGESTION) ? "CONGESTION" : "CHANUNAVAIL";
    }
}
