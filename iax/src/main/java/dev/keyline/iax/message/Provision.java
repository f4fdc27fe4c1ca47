package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.IaxCommand;

/// Settings for a device, outside RFC 5456. Its blocks carry passwords, so only their lengths show.
public record Provision(Elements elements) implements Message {
    @Override
    public Body body() {
        return Draft.of(IaxCommand.PROVISION, elements);
    }

    @Override
    public String toString() {
        return "Provision" + Hidden.of(elements);
    }
}
