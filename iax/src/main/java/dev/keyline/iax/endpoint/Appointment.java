package dev.keyline.iax.endpoint;

import org.jspecify.annotations.Nullable;

/// Something that wants to be woken, with its place in the wheel of [Deadlines], which alone
/// touches that.
abstract class Appointment {
    /// The time it stands under in the wheel, `Long.MAX_VALUE` when it stands nowhere.
    long time = Long.MAX_VALUE;

    /// The chain it stands in.
    int stretch;

    @Nullable Appointment before;
    @Nullable Appointment after;

    /// When it wants to be woken next, in nanoseconds; `Long.MAX_VALUE` for never.
    abstract long deadline();
}
