package dev.keyline.iax.call;

import dev.keyline.iax.message.Message;

/// What can move a call along an arrow.
public sealed interface Input {
    record Heard(Message message) implements Input {}

    record Told(Command command) implements Input {}

    /// The signature asked for by [Act.Sign] is ready.
    record Signed(String base64) implements Input {}

    record CouldNotSign(String why) implements Input {}

    /// The pause before a refusal is over, or an answer took too long.
    record TimeUp() implements Input {}

    /// The peer has shown that it heard us: any full frame with our call number in it.
    record Confirmed() implements Input {}

    record Unreachable() implements Input {}

    /// What comes is noise under every key there is, and nothing else ever came.
    record Undecipherable() implements Input {}

    /// What came in, in a few words and without its contents, for remarks.
    default String kind() {
        return switch (this) {
            case Heard(var message) -> "heard " + message.getClass().getSimpleName();
            case Told(var command) -> "told " + command.getClass().getSimpleName();
            case Signed _ -> "a signature";
            case CouldNotSign _ -> "a failed signature";
            case TimeUp _ -> "time up";
            case Confirmed _ -> "a sign of life";
            case Unreachable _ -> "nobody there";
            case Undecipherable _ -> "noise";
        };
    }
}
