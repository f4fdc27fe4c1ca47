package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;
import org.jspecify.annotations.Nullable;

/// Send your side of the call to that extension (RFC 5456 §6.4): the blind transfer.
public record Transfer(String number, @Nullable String context) implements Message {
    static Transfer read(Fields in) {
        return new Transfer(
                in.name(ElementId.CALLED_NUMBER), in.nameOrNull(ElementId.CALLED_CONTEXT));
    }

    @Override
    public Body body() {
        return new Draft()
                .text(ElementId.CALLED_NUMBER, number)
                .text(ElementId.CALLED_CONTEXT, context)
                .body(IaxCommand.TRANSFER);
    }
}
