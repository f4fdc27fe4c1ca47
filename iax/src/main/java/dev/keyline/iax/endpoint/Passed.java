package dev.keyline.iax.endpoint;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/// The first and the last numbered message of type IAX that passed in a dialogue, for tables.
/// (Asterisk counts ACKs as well, and so mostly shows one.)
final class Passed {
    private @Nullable IaxCommand first;
    private @Nullable IaxCommand last;
    private boolean firstWasOurs;
    private boolean lastWasOurs;

    void saw(Body body, boolean ours) {
        var command = body.is(FrameType.IAX) ? IaxCommand.of(body.value()) : null;
        if (command == null) {
            return;
        }
        if (first == null) {
            first = command;
            firstWasOurs = ours;
        }
        last = command;
        lastWasOurs = ours;
    }

    String first() {
        return text(first, firstWasOurs);
    }

    String last() {
        return text(last, lastWasOurs);
    }

    private static String text(@Nullable IaxCommand command, boolean ours) {
        return command == null ? "" : (ours ? "Tx:" : "Rx:") + command;
    }
}
