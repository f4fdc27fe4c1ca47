package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.IaxCommand;

/// A device asks for a piece of its firmware; outside RFC 5456.
public record FirmwareRequest(Elements elements) implements Message {
    @Override
    public Body body() {
        return Draft.of(IaxCommand.FWDOWNL, elements);
    }

    @Override
    public String toString() {
        return "FirmwareRequest" + Hidden.of(elements);
    }
}
