package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.IaxCommand;

/// Reserved by RFC 5456 for announcements without a call; nobody defined it.
public record Page(Elements elements) implements Message {
    @Override
    public Body body() {
        return Draft.of(IaxCommand.PAGE, elements);
    }

    @Override
    public String toString() {
        return "Page" + Hidden.of(elements);
    }
}
