package dev.keyline.pbx.application;

import dev.keyline.iax.call.Cause;
import dev.keyline.pbx.channel.Position;

/// What a call does next.
public sealed interface Move {
    /// The next priority.
    record Next() implements Move {}

    /// Another place in the dialplan.
    record Jump(Position to) implements Move {}

    /// Stay with this activity. It is told what happens, and of [Event.TimeUp] at this time at the
    /// latest.
    ///
    /// @param until nanoseconds; `Long.MAX_VALUE` for as long as it takes
    record Stay(Activity with, long until) implements Move {}

    /// Hang up.
    ///
    /// @param cause Q.850; 0 for what the channel has already
    record HangUp(int cause) implements Move {
        public HangUp(Cause cause) {
            this(cause.code());
        }
    }

    Move NEXT = new Next();

    static Move stay(Activity with) {
        return new Stay(with, Long.MAX_VALUE);
    }
}
