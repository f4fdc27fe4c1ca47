package dev.keyline.iax.registration;

import dev.keyline.iax.auth.Signature;
import dev.keyline.iax.message.Message;

/// What can move a registration along an arrow.
public sealed interface Input {
    record Heard(Message message) implements Input {}

    /// The signature asked for by [Act.Sign] is ready, or cannot be made.
    record Signed(Signature signature) implements Input {}

    /// A pause is over, or an answer took too long.
    record TimeUp() implements Input {}

    record Unreachable() implements Input {}

    /// What came in, in a few words and without its contents, for remarks.
    default String kind() {
        return switch (this) {
            case Heard(var message) -> "heard " + message.getClass().getSimpleName();
            case Signed _ -> "a signature";
            case TimeUp _ -> "time up";
            case Unreachable _ -> "nobody there";
        };
    }
}
