package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;

/// Do you know this number, or could more digits make it one? (RFC 5456 §6.8)
public record DialplanRequest(String number) implements Message {
    static DialplanRequest read(Fields in) {
        return new DialplanRequest(in.name(ElementId.CALLED_NUMBER));
    }

    @Override
    public Body body() {
        return new Draft().text(ElementId.CALLED_NUMBER, number).body(IaxCommand.DPREQ);
    }
}
