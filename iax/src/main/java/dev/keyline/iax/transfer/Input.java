package dev.keyline.iax.transfer;

import dev.keyline.iax.message.Message;

/// What can move an end of a transfer along an arrow.
public sealed interface Input {
    /// Heard on the call, from who is in the middle.
    record Heard(Message message) implements Input {}

    /// Heard from the other end, at its address and under its number.
    record HeardDirectly(Message message) implements Input {}

    /// The wait asked for with [Act.Wait] is over.
    record TimeUp() implements Input {}

    /// What came in, in a few words and without its contents, for remarks.
    default String kind() {
        return switch (this) {
            case Heard(var message) -> "heard " + message.getClass().getSimpleName();
            case HeardDirectly(var message) ->
                    "heard " + message.getClass().getSimpleName() + " directly";
            case TimeUp _ -> "time up";
        };
    }
}
