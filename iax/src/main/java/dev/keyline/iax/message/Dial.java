package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;

/// Now call this number on the call that stands (RFC 5456 §6.8).
public record Dial(String number) implements Message {
    static Dial read(Fields in) {
        return new Dial(in.name(ElementId.CALLED_NUMBER));
    }

    @Override
    public Body body() {
        return new Draft().text(ElementId.CALLED_NUMBER, number).body(IaxCommand.DIAL);
    }
}
