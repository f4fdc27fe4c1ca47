package dev.keyline.iax.registration;

import dev.keyline.iax.message.ApparentAddress;
import java.util.Optional;
import java.util.OptionalInt;

/// How one attempt to register ended.
public sealed interface Outcome {
    /// They have noted where we are.
    ///
    /// @param refresh for how long, in seconds, by their word
    /// @param seenAt where they see us
    /// @param messages waiting voice mail as in REGACK: old in the upper octet, new in the lower
    record Registered(int refresh, Optional<ApparentAddress> seenAt, OptionalInt messages)
            implements Outcome {}

    /// They have forgotten us, as we wished.
    record Released() implements Outcome {}

    /// They will not have us.
    ///
    /// @param code Q.850, 0 if not said
    record Refused(String cause, int code) implements Outcome {}

    /// They asked for a proof that we do not have or will not give.
    record CannotAnswer(String why) implements Outcome {}

    record NotAnswered() implements Outcome {}

    /// Nothing could be asked, for a reason of our own.
    record Broken(String why) implements Outcome {}
}
