package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.IaxCommand;

/// A piece of firmware; outside RFC 5456.
public record FirmwareData(Elements elements) implements Message {
    @Override
    public Body body() {
        return Draft.of(IaxCommand.FWDATA, elements);
    }

    @Override
    public String toString() {
        return "FirmwareData" + Hidden.of(elements);
    }
}
