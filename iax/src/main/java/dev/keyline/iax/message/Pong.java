package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/// Yes, I am here (RFC 5456 §6.7).
///
/// @param report how well the sender hears us; null in the answer to a [Poke]
public record Pong(@Nullable ReceiverReport report) implements Message {
    static Pong read(Fields in) {
        return new Pong(ReceiverReport.read(in));
    }

    @Override
    public Body body() {
        return ReceiverReport.write(report, new Draft()).body(IaxCommand.PONG);
    }
}
