package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.IaxCommand;

/// Send this timestamp back as soon as you can (RFC 5456 §6.7). The RFC wants it to pass the jitter
/// buffer first; Asterisk answers at once.
public record LagRequest() implements Message {
    @Override
    public Body body() {
        return Draft.bare(IaxCommand.LAGRQ);
    }
}
